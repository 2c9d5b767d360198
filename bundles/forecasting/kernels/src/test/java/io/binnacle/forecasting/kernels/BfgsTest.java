package io.binnacle.forecasting.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BfgsTest {

    @Test
    void finds_the_bottom_of_rosenbrocks_valley() {
        double[] point = {-1.2, 1};

        double value = new Bfgs(BfgsTest::rosenbrock, 2, 1e-12).minimise(point);

        assertThat(value).isCloseTo(0, within(1e-9));
        assertThat(point).containsExactly(new double[] {1, 1}, within(1e-4));
    }

    @Test
    void answers_the_value_where_there_is_nothing_to_choose() {
        assertThat(new Bfgs(point -> 3, 0, 1e-9).minimise(new double[0])).isEqualTo(3);
    }

    private static double rosenbrock(double[] point) {
        double across = 1 - point[0];
        double along = point[1] - point[0] * point[0];
        return across * across + 100 * along * along;
    }
}
