package io.binnacle.forecasting.kernels.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The values of eight series come from R 4.2, by the formulas in matrices; those of three from hand arithmetic. */
class ReconciliationTest {

    /** T = A + B. */
    private static final Summation THREE = Summation.of(2, List.of(new int[] {0, 1}));

    /** T = A + B, A = A1 + A2, B = B1 + B2 + B3. */
    private static final Summation EIGHT =
            Summation.of(5, List.of(new int[] {0, 1, 2, 3, 4}, new int[] {0, 1}, new int[] {2, 3, 4}));

    private static final double[][] BY_SERIES = {
        {1.2, -0.7, 0.4, 0.9, -1.1, 0.3, -0.2, 0.8, -0.5, 0.1, -0.9, 0.6},
        {0.5, -0.4, 0.6, 0.2, -0.8, 0.1, 0.3, 0.4, -0.1, -0.2, -0.6, 0.5},
        {0.9, -0.1, -0.3, 0.8, -0.2, 0.4, -0.6, 0.3, -0.5, 0.4, -0.2, 0.0},
        {0.2, -0.3, 0.3, 0.1, -0.5, 0.2, 0.1, 0.1, 0.0, -0.3, -0.2, 0.4},
        {0.4, -0.2, 0.2, 0.2, -0.2, -0.1, 0.3, 0.2, -0.2, 0.2, -0.5, 0.0},
        {0.3, 0.1, -0.2, 0.3, 0.1, 0.2, -0.3, 0.0, -0.2, 0.3, -0.1, 0.2},
        {0.1, -0.2, 0.1, 0.4, -0.3, 0.1, -0.1, 0.2, -0.1, 0.0, 0.1, -0.3},
        {0.6, 0.0, -0.1, 0.0, 0.1, 0.1, -0.3, 0.2, -0.1, 0.2, -0.1, 0.1}
    };

    private static final double[] BASE = {100, 42, 55, 20, 24, 18, 17, 21};

    @Test
    void what_is_missing_is_shared_alike_by_ordinary_least_squares() {
        // 10 - 4 - 5 = 1, a third of it each.
        assertThat(TraceMinimization.of(THREE, ErrorCovariance.alike(3)).reconcile(new double[] {10, 4, 5}))
                .containsExactly(new double[] {9 + 2 / 3.0, 4 + 1 / 3.0, 5 + 1 / 3.0}, within(1e-12));
    }

    @Test
    void what_is_missing_is_shared_by_variance() {
        // The variances are 2, 1 and 1.
        double[][] errors = {{2, Math.sqrt(2), 0}, {0, 0, Math.sqrt(2)}};

        assertThat(TraceMinimization.of(THREE, ErrorCovariance.variances(errors))
                        .reconcile(new double[] {10, 4, 5}))
                .containsExactly(new double[] {9.5, 4.25, 5.25}, within(1e-12));
    }

    @Test
    void the_covariance_is_drawn_to_its_diagonal_as_in_r() {
        assertThat(ErrorCovariance.shrunk(errors()).shrinkage()).isCloseTo(0.284986506426, within(1e-12));
    }

    @Test
    void traces_are_minimal_as_in_r() {
        assertThat(reconciled(ErrorCovariance.shrunk(errors())))
                .containsExactly(
                        new double[] {
                            98.9619037599,
                            43.2474269552,
                            55.7144768047,
                            19.7048593245,
                            23.5425676307,
                            17.9092118892,
                            16.9231155418,
                            20.8821493737
                        },
                        within(1e-9));
        assertThat(reconciled(ErrorCovariance.alike(8)))
                .containsExactly(
                        new double[] {
                            99.1379310345,
                            43.2413793103,
                            55.8965517241,
                            19.6206896552,
                            23.6206896552,
                            17.9655172414,
                            16.9655172414,
                            20.9655172414
                        },
                        within(1e-9));
        assertThat(reconciled(ErrorCovariance.variances(errors())))
                .containsExactly(
                        new double[] {
                            99.0917863361,
                            43.3264697219,
                            55.7653166142,
                            19.6549196723,
                            23.6715500496,
                            17.9203235419,
                            16.9304641820,
                            20.9145288904
                        },
                        within(1e-9));
        assertThat(reconciled(ErrorCovariance.structural(EIGHT)))
                .containsExactly(
                        new double[] {99, 43.2, 55.8, 19.6, 23.6, 17 + 14 / 15.0, 16 + 14 / 15.0, 20 + 14 / 15.0},
                        within(1e-9));
    }

    @Test
    void none_is_below_zero_and_none_nearer_as_by_trying_every_combination_in_r() {
        double[] base = {10, 1, 12, 2, -3, 6, 5, 4};
        ErrorCovariance covariance = ErrorCovariance.shrunk(errors());

        assertThat(TraceMinimization.of(EIGHT, covariance).reconcile(base)[4]).isNegative();
        double[] positive = TraceMinimization.nonNegative(EIGHT, covariance).reconcile(base);

        assertThat(EIGHT.bottomOf(positive))
                .containsExactly(
                        new double[] {3.30360939049, 0, 5.55117765827, 5.11491073744, 3.66230830367}, within(1e-9));
        assertThat(EIGHT.gap(positive)).isLessThan(1e-9);
    }

    @Test
    void from_the_bottom_and_from_the_top() {
        assertThat(Reconciler.bottomUp(EIGHT).reconcile(BASE)).containsExactly(100, 44, 56, 20, 24, 18, 17, 21);
        assertThat(Reconciler.topDown(THREE, new double[] {0.25, 0.75}).reconcile(new double[] {12, 5, 5}))
                .containsExactly(12, 3, 9);
    }

    @Test
    void drawn_futures_add_up_and_their_quantiles_are_those_of_the_errors() {
        // Both bottom errors are -1 or +1 together, so that the sum is 7 or 11, each in half of the futures.
        double[][] errors = {{0, -1, -1}, {0, 1, 1}};
        JointBootstrap bootstrap = new JointBootstrap(Reconciler.bottomUp(THREE), errors, 1_001, 7);

        double[][] quantiles = bootstrap.quantiles(new double[] {0, 4, 5}, new double[] {0.1, 0.9});

        assertThat(quantiles).isDeepEqualTo(new double[][] {{7, 11}, {3, 5}, {4, 6}});
        assertThat(bootstrap.quantiles(new double[] {0, 4, 5}, new double[] {0.1, 0.9}))
                .isDeepEqualTo(quantiles);
    }

    @Test
    void a_sum_of_what_is_not_there_is_refused() {
        assertThatThrownBy(() -> Summation.of(2, List.of(new int[] {0, 2})))
                .hasMessageContaining("bottom series from 0 to 1");
    }

    private static double[] reconciled(ErrorCovariance covariance) {
        double[] all = TraceMinimization.of(EIGHT, covariance).reconcile(BASE);
        assertThat(EIGHT.gap(all)).isLessThan(1e-9);
        return all;
    }

    private static double[][] errors() {
        return IntStream.range(0, BY_SERIES[0].length)
                .mapToObj(time -> IntStream.range(0, BY_SERIES.length)
                        .mapToDouble(series -> BY_SERIES[series][time])
                        .toArray())
                .toArray(double[][]::new);
    }
}
