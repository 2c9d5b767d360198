package io.binnacle.forecasting.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScaleTest {

    @Test
    void brings_the_largest_value_between_one_and_two_by_a_power_of_two() {
        assertThat(Scale.of(new double[] {3, -1000, 7})).isEqualTo(1.0 / 512);
        assertThat(Scale.of(new double[] {0.2})).isEqualTo(8);
    }

    @Test
    void leaves_zeros_alone() {
        assertThat(Scale.of(new double[3])).isEqualTo(1);
    }
}
