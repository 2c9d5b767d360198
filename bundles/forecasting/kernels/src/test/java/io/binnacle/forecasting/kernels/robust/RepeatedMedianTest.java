package io.binnacle.forecasting.kernels.robust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatedMedianTest {

    @Test
    void follows_a_line_whatever_two_of_five_points_say() {
        double[] values = {1, 2, 300, -400, 5, 6, 7};

        assertThat(new RepeatedMedian(5).smooth(values)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void takes_the_median_of_slopes_and_then_of_levels() {
        // Slopes from each point: 1.5, 1.5, 2; their median is 1.5, and the levels at 0 are 0, -0.5 and 0.
        assertThat(new RepeatedMedian(3).smooth(new double[] {0, 1, 3})).containsExactly(0, 1.5, 3);
    }

    @Test
    void leaves_one_or_two_values_as_they_are() {
        assertThat(new RepeatedMedian(11).smooth(new double[] {4})).containsExactly(4);
        assertThat(new RepeatedMedian(11).smooth(new double[] {4, 6})).containsExactly(4, 6);
    }
}
