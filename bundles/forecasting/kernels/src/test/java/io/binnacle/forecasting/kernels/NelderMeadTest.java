package io.binnacle.forecasting.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NelderMeadTest {

    @Test
    void finds_the_bottom_of_the_valley_of_Rosenbrock() {
        double[] point = {-1.2, 1};

        double value = new NelderMead(NelderMeadTest::rosenbrock, new double[] {-5, -5}, new double[] {5, 5})
                .minimise(point, 0.1, 1e-12);

        assertThat(value).isCloseTo(0, within(1e-6));
        assertThat(point).containsExactly(new double[] {1, 1}, within(1e-2));
    }

    @Test
    void finds_a_corner_when_the_bottom_lies_outside() {
        double[] point = {0.5, 0.5, 0.5};

        new NelderMead(p -> p[0] + p[1] - p[2], new double[3], new double[] {1, 1, 1}).minimise(point, 0.2, 1e-9);

        assertThat(point).containsExactly(new double[] {0, 0, 1}, within(1e-6));
    }

    @Test
    void ends_where_no_point_has_a_value() {
        double[] point = {0.5};

        double value = new NelderMead(p -> Double.POSITIVE_INFINITY, new double[1], new double[] {1})
                .minimise(point, 0.2, 1e-3);

        assertThat(value).isInfinite();
    }

    private static double rosenbrock(double[] p) {
        return 100 * Math.pow(p[1] - p[0] * p[0], 2) + Math.pow(1 - p[0], 2);
    }
}
