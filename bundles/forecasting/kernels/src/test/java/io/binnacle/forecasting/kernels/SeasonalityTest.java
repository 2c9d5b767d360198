package io.binnacle.forecasting.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeasonalityTest {

    private static final double[] SUMMANDS = {30, -10, -40, 20};
    private static final double[] FACTORS = {1.3, 0.9, 0.6, 1.2};

    @Test
    void finds_factors_that_multiply_a_level() {
        double[] values =
                IntStream.range(0, 24).mapToDouble(t -> 200 * FACTORS[t % 4]).toArray();

        Seasonality seasonality = Seasonality.of(values, 4);

        assertThat(seasonality.kind()).isEqualTo(Seasonality.Kind.MULTIPLICATIVE);
        assertThat(seasonality.indices()).containsExactly(FACTORS, within(1e-12));
        assertThat(seasonality.removeFrom(values)).containsOnly(new double[] {200}, within(1e-9));
    }

    @Test
    void finds_summands_around_a_trend_where_factors_make_no_sense() {
        double[] values =
                IntStream.range(0, 32).mapToDouble(t -> t + SUMMANDS[t % 4]).toArray();

        Seasonality seasonality = Seasonality.of(values, 4);

        assertThat(seasonality.kind()).isEqualTo(Seasonality.Kind.ADDITIVE);
        assertThat(seasonality.indices()).containsExactly(SUMMANDS, within(1e-12));
        assertThat(seasonality.restore(7, 33)).isCloseTo(-3, within(1e-12));
    }

    @Test
    void finds_none_where_nothing_repeats() {
        double[] values =
                IntStream.range(0, 40).mapToDouble(t -> t * 7919 % 101).toArray();

        assertThat(Seasonality.of(values, 12).kind()).isEqualTo(Seasonality.Kind.NONE);
    }

    @Test
    void finds_none_in_two_seasons_or_fewer() {
        double[] values =
                IntStream.range(0, 8).mapToDouble(t -> 200 * FACTORS[t % 4]).toArray();

        assertThat(Seasonality.of(values, 4).kind()).isEqualTo(Seasonality.Kind.NONE);
    }
}
