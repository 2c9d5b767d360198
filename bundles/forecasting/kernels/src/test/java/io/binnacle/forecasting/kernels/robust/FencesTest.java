package io.binnacle.forecasting.kernels.robust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FencesTest {

    @Test
    void stand_three_interquartile_ranges_beyond_the_quartiles() {
        // The quartiles are -0.25 and 2.25 in R, so the range is 2.5.
        Fences fences = Fences.around(new double[] {-5, -1, 0, 0.5, 1, 2, 40, 3}, 100);

        assertThat(fences).isEqualTo(new Fences(-7.75, 9.75));
        assertThat(fences.hold(9.75)).isTrue();
        assertThat(fences.hold(9.76)).isFalse();
        assertThat(fences.hold(-7.76)).isFalse();
    }

    @Test
    void bound_nothing_where_the_middle_half_is_alike() {
        Fences fences = Fences.around(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 7, 9}, 100);

        assertThat(fences.hold(1e300)).isTrue();
    }
}
