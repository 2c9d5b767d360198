package io.binnacle.forecasting.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DieboldMarianoTest {

    /** Absolute errors of one forecast less those of another; dm.test of R forecast 8.20 with power = 1. */
    private static final double[] DIFFERENCES = {0.3, -0.3, -0.4, -0.5, -0.5, -0.3, -0.3, -0.4, -0.5, -0.2, 0.1, -0.5};

    @Test
    void one_period_ahead_it_is_what_r_says() {
        DieboldMariano test = DieboldMariano.of(DIFFERENCES, 1);

        assertThat(test.statistic()).isCloseTo(-3.9792351744, within(1e-9));
        assertThat(test.p()).isCloseTo(0.0021616382, within(1e-9));
    }

    @Test
    void three_periods_ahead_overlapping_errors_count() {
        DieboldMariano test = DieboldMariano.of(DIFFERENCES, 3);

        assertThat(test.statistic()).isCloseTo(-4.0558985859, within(1e-9));
        assertThat(test.p()).isCloseTo(0.0018964026, within(1e-9));
    }

    @Test
    void equal_forecasts_do_not_differ() {
        assertThat(DieboldMariano.of(new double[8], 1)).isEqualTo(new DieboldMariano(0, 1));
    }
}
