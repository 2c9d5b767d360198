package io.binnacle.forecasting.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonFinderTest {

    /** The first six years of the airline passengers of Box &amp; Jenkins (1976), series G. */
    private static final double[] PASSENGERS = {
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133,
        114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242,
        209, 191, 172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264,
        302, 293, 259, 229, 203, 229
    };

    @Test
    void finds_the_year_in_the_airline_passengers() {
        assertThat(SeasonFinder.find(PASSENGERS)).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 7, 12, 24, 52})
    void finds_a_season_under_noise_and_trend(int length) {
        Random random = new Random(1);
        double[] values = IntStream.range(0, 6 * length)
                .mapToDouble(t -> 50 + 0.3 * t + 10 * Math.sin(2 * Math.PI * t / length) + random.nextGaussian())
                .toArray();

        assertThat(SeasonFinder.find(values)).isEqualTo(length);
    }

    @Test
    void finds_none_in_a_random_walk() {
        Random random = new Random(2);
        double[] values = new double[120];
        for (int t = 1; t < values.length; t++) {
            values[t] = values[t - 1] + random.nextGaussian();
        }

        assertThat(SeasonFinder.find(values)).isEqualTo(1);
    }

    @Test
    void finds_none_where_there_is_nothing_to_see() {
        assertThat(SeasonFinder.find(new double[60])).isEqualTo(1);
        assertThat(SeasonFinder.find(new double[] {5})).isEqualTo(1);
    }
}
