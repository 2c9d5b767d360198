package io.binnacle.forecasting.kernels.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** All by hand: the history steps by 2, 3, 1, 4 and, two periods apart, by 5, 4, 5. */
class AccuracyMeasuresTest {

    private static final double[] HISTORY = {10, 12, 15, 16, 20};
    private static final double[] ACTUAL = {20, 25};
    private static final double[] FORECAST = {22, 20};
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void symmetric_percentage_error() {
        assertThat(PointErrors.smape(ACTUAL, FORECAST)).isCloseTo((400.0 / 42 + 1000.0 / 45) / 2, EXACT);
    }

    @Test
    void symmetric_percentage_error_of_a_zero_that_was_forecast_is_none() {
        assertThat(PointErrors.smape(new double[] {0, 1}, new double[] {0, 0})).isCloseTo(100, EXACT);
    }

    @Test
    void scaled_error_without_a_season() {
        assertThat(PointErrors.mase(HISTORY, 1, ACTUAL, FORECAST)).isCloseTo(3.5 / 2.5, EXACT);
    }

    @Test
    void scaled_error_with_a_season() {
        assertThat(PointErrors.mase(HISTORY, 2, ACTUAL, FORECAST)).isCloseTo(3.5 / (14.0 / 3), EXACT);
    }

    @Test
    void root_mean_squared_scaled_error() {
        assertThat(PointErrors.rmsse(HISTORY, ACTUAL, FORECAST)).isCloseTo(Math.sqrt(14.5 / 7.5), EXACT);
    }

    @Test
    void weighted_percentage_error() {
        assertThat(PointErrors.wape(ACTUAL, FORECAST)).isCloseTo(7.0 / 45, EXACT);
    }

    @Test
    void coverage_counts_the_bounds_in() {
        assertThat(IntervalScores.coverage(ACTUAL, new double[] {20, 10}, new double[] {30, 24}))
                .isEqualTo(0.5);
    }

    @Test
    void scaled_interval_score_charges_misses_forty_times_at_95_per_cent() {
        double score = IntervalScores.msis(HISTORY, 1, 0.95, ACTUAL, new double[] {18, 10}, new double[] {30, 24});

        assertThat(score).isCloseTo((12 + 14 + 40 * 1) / 2.0 / 2.5, within(1e-9));
    }

    @Test
    void pinball_loss_charges_an_upper_quantile_more_for_what_came_above() {
        assertThat(IntervalScores.pinball(0.9, 12, 10)).isCloseTo(1.8, EXACT);
        assertThat(IntervalScores.pinball(0.9, 9, 10)).isCloseTo(0.1, EXACT);
    }

    // The CRPS of a uniform distribution on 0 to 1 at x is x³ / 3 + (1 - x)³ / 3: 1/12 in the middle.
    @Test
    void ranked_probability_score_of_a_uniform_distribution() {
        int count = 1000;
        double[] probabilities = new double[count];
        for (int k = 0; k < count; k++) {
            probabilities[k] = (k + 0.5) / count;
        }

        assertThat(IntervalScores.crps(probabilities, 0.5, probabilities)).isCloseTo(1.0 / 12, within(1e-6));
    }
}
