package io.binnacle.forecasting.core.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.core.Framework;
import io.binnacle.forecasting.core.Models;
import io.binnacle.forecasting.core.TestForecasts;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Expected values by hand. */
class ReconciliationTest {

    @RegisterExtension
    static final Framework framework = new Framework();

    private static final ModelInfo MODEL = new ModelInfo("hand", "1.0.0", "test");

    private static Forecasts forecasts;

    @BeforeAll
    static void the_last_value_is_the_forecast_and_its_deviation_doubles_at_each_step() {
        ForecastModel last = Models.of(3, (history, outlook) -> {
            double[] mean = new double[outlook.horizon()];
            double[] deviation = new double[outlook.horizon()];
            Arrays.fill(mean, history.get(history.length() - 1));
            Arrays.setAll(deviation, step -> Math.pow(2, step));
            return Forecast.normal(mean, deviation, outlook.levels());
        });
        forecasts = TestForecasts.over(framework, List.of("last"), Map.of("last", last));
    }

    @Test
    void what_is_missing_is_shared_alike_by_least_squares() {
        // 10 - 4 - 5 = 1, a third of it each.
        List<ReconciledNode> nodes = reconciled(order(Method.OLS, List.of()), new double[0], new double[0]);

        assertThat(means(nodes)).containsExactly(new double[] {9 + 2 / 3.0, 4 + 1 / 3.0, 5 + 1 / 3.0}, within(1e-12));
        assertThat(nodes.get(0).quantiles()[0]).isEmpty();
    }

    @Test
    void intervals_stand_around_the_forecast_and_are_as_wide_as_the_model_says_where_errors_come_together() {
        // Errors of 1 and 3 at once are -1 and 1 around their mean, with a deviation of the root of 2; the model says a
        // deviation of that root at first, and then three times as much.
        List<ReconciledNode> nodes =
                reconciled(order(Method.BOTTOM_UP, List.of(0.8)), new double[] {1, 3}, new double[] {1, 3});

        assertThat(nodes.get(0).quantiles()[0]).containsExactly(new double[] {7, 11}, within(1e-12));
        assertThat(nodes.get(1).quantiles()[0]).containsExactly(new double[] {3, 5}, within(1e-12));
        assertThat(nodes.get(1).quantiles()[1]).containsExactly(new double[] {1, 7}, within(1e-12));
    }

    @Test
    void where_errors_make_up_for_each_other_the_sum_is_sure() {
        List<ReconciledNode> nodes =
                reconciled(order(Method.BOTTOM_UP, List.of(0.8)), new double[] {1, 3}, new double[] {3, 1});

        assertThat(nodes.get(0).quantiles()[0]).containsExactly(new double[] {9, 9}, within(1e-12));
        assertThat(nodes.get(2).quantiles()[0]).containsExactly(new double[] {4, 6}, within(1e-12));
    }

    @Test
    void the_total_is_shared_out_by_the_past() {
        // A had 1 of 4 and 4 of 8: 3/8 on average; 5 of 12 in all.
        Hierarchy past = Trips.two(new double[] {1, 4}, 3, 4);
        List<NodeForecast> base = List.of(node(24), node(0), node(0));

        assertThat(means(Reconciliation.of(past, order(Method.TOP_DOWN_AVERAGE_PROPORTIONS, List.of()), base)))
                .containsExactly(new double[] {24, 9, 15}, within(1e-12));
        assertThat(means(Reconciliation.of(past, order(Method.TOP_DOWN_PROPORTIONS_OF_AVERAGES, List.of()), base)))
                .containsExactly(new double[] {24, 10, 14}, within(1e-12));
    }

    @Test
    void the_total_is_shared_out_by_the_forecasts_of_the_parts() {
        // 24 as 2 to 6.
        List<NodeForecast> base = List.of(node(24), node(2), node(6));

        assertThat(means(Reconciliation.of(
                        Trips.two(new double[] {1, 4}, 3, 4),
                        order(Method.TOP_DOWN_FORECAST_PROPORTIONS, List.of()),
                        base)))
                .containsExactly(new double[] {24, 6, 18}, within(1e-12));
    }

    @Test
    void errors_are_those_of_the_model_that_answered_one_period_ahead() throws InterruptedException {
        // Squares: from one to the next they grow by 13, 15 … 23 over the last six; 36 is the last that is known first.
        double[] squares = {1, 4, 9, 16, 25, 36, 49, 64, 81, 100, 121, 144};
        List<NodeForecast> base =
                BaseForecasts.of(forecasts, Trips.two(squares, squares), order(Method.MINT, List.of()), () -> {});

        assertThat(base.get(1).errors()).containsExactly(13, 15, 17, 19, 21, 23);
        assertThat(base.get(0).errors()).containsExactly(26, 30, 34, 38, 42, 46);
        assertThat(base.get(0).mean()).containsExactly(288, 288);
        assertThat(base.get(0).deviation()).containsExactly(new double[] {1, 2}, within(1e-12));
        assertThat(base.get(0).model().id()).isEqualTo("last");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void everything_adds_up_whatever_the_method(Method method) throws InterruptedException {
        Hierarchy hierarchy = method == Method.TOP_DOWN_FORECAST_PROPORTIONS
                ? Trips.tree(new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8}, "1a", "1b", "2a", "2b")
                : Trips.crossed(20);
        ReconciliationOrder order = order(method, List.of(0.8, 0.95));

        List<ReconciledNode> nodes =
                Reconciliation.of(hierarchy, order, BaseForecasts.of(forecasts, hierarchy, order, () -> {}));

        for (int step = 0; step < 2; step++) {
            int at = step;
            double[] means = nodes.stream().mapToDouble(node -> node.mean()[at]).toArray();
            assertThat(hierarchy.summation().gap(means)).isLessThan(1e-9);
        }
        assertThat(nodes)
                .allSatisfy(node -> assertThat(node.quantiles()[1]).hasSize(4).isSorted());
        assertThat(Reconciliation.of(hierarchy, order, BaseForecasts.of(forecasts, hierarchy, order, () -> {})))
                .usingRecursiveComparison()
                .isEqualTo(nodes);
    }

    @Test
    void a_history_too_short_for_errors_names_what_works() {
        Hierarchy short11 = Trips.two(new double[11], new double[11]);

        assertThatThrownBy(() -> BaseForecasts.of(forecasts, short11, order(Method.MINT, List.of()), () -> {}))
                .hasMessageContaining("11 periods are too few")
                .hasMessageContaining("with seasons of 1, 12 or more are needed")
                .hasMessageContaining("structural, ols and bottom-up need none");
        assertThatThrownBy(() -> BaseForecasts.of(forecasts, short11, order(Method.OLS, List.of(0.8)), () -> {}))
                .hasMessageContaining("ask for no intervals, and the method ols works");
    }

    @Test
    void more_than_can_be_weighed_is_refused_with_what_takes_more() {
        String[] regions = IntStream.range(0, 4_000)
                .mapToObj(region -> region / 2_000 + "r" + region)
                .toArray(String[]::new);
        Hierarchy large = Trips.tree(new double[] {1, 2, 3}, regions);

        assertThatThrownBy(() -> Reconciliation.forecast(forecasts, large, order(Method.MINT, List.of()), () -> {}))
                .hasMessageContaining("takes at most 4000 with their sums, not 4003")
                .hasMessageContaining("bottom-up");
    }

    @Test
    void a_node_that_cannot_be_forecast_is_named() {
        Hierarchy two = Trips.two(new double[] {1, 2}, 3, 4);

        assertThatThrownBy(() -> BaseForecasts.of(forecasts, two, order(Method.OLS, List.of()), () -> {}))
                .hasMessageContaining("'total' of the level total cannot be forecast from its first 2 periods")
                .hasMessageContaining("too few");
    }

    @Test
    void shares_that_the_past_does_not_tell_are_refused_with_the_method() {
        List<NodeForecast> base = List.of(node(24), node(2), node(6));

        assertThatThrownBy(() -> Reconciliation.of(
                        Trips.two(new double[2], new double[2]),
                        order(Method.TOP_DOWN_AVERAGE_PROPORTIONS, List.of()),
                        base))
                .hasMessageContaining("top-down-average-proportions does not suit these series")
                .hasMessageContaining("ask for the method structural");
    }

    private static ReconciliationOrder order(Method method, List<Double> levels) {
        return new ReconciliationOrder(method, 2, levels, Optional.empty(), 7);
    }

    private static List<ReconciledNode> reconciled(ReconciliationOrder order, double[] a, double[] b) {
        double[] deviation = {Math.sqrt(2), 3 * Math.sqrt(2)};
        double[] none = new double[a.length];
        return Reconciliation.of(
                Trips.two(new double[] {1, 2}, 3, 4),
                order,
                List.of(
                        new NodeForecast(MODEL, new double[] {10, 10}, deviation, none),
                        new NodeForecast(MODEL, new double[] {4, 4}, deviation, a),
                        new NodeForecast(MODEL, new double[] {5, 5}, deviation, b)));
    }

    private static NodeForecast node(double mean) {
        return new NodeForecast(MODEL, new double[] {mean, mean}, new double[] {1, 1}, new double[0]);
    }

    private static double[] means(List<ReconciledNode> nodes) {
        return nodes.stream().mapToDouble(node -> node.mean()[0]).toArray();
    }
}
