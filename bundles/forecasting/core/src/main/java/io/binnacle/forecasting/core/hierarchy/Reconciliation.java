package io.binnacle.forecasting.core.hierarchy;

import static io.binnacle.forecasting.api.ForecastError.INVALID_SERIES;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.kernels.hierarchy.JointBootstrap;
import io.binnacle.forecasting.kernels.hierarchy.Reconciler;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Makes forecasts of all nodes of a hierarchy, each made by itself, add up; and what may come instead of them, too. How
 * nodes err together is what their errors one period ahead were like; how far they err at each step is what the model
 * itself says.
 */
final class Reconciliation {

    private static final int DRAWS = 1_000;

    private final Hierarchy hierarchy;
    private final ReconciliationOrder order;
    private final List<NodeForecast> base;
    private final double[] probabilities;
    private final double[][] errors;
    private final Reconciler reconciler;

    private Reconciliation(Hierarchy hierarchy, ReconciliationOrder order, List<NodeForecast> base) {
        this.hierarchy = hierarchy;
        this.order = order;
        this.base = base;
        this.probabilities = order.levels().stream()
                .flatMapToDouble(level -> DoubleStream.of((1 - level) / 2, (1 + level) / 2))
                .sorted()
                .toArray();
        this.errors = IntStream.range(0, base.get(0).errors().length)
                .mapToObj(time -> each(node -> node.errors()[time]))
                .toArray(double[][]::new);
        this.reconciler = reconciler();
    }

    /**
     * Forecasts all nodes and reconciles them.
     *
     * @param each called after every node
     * @throws io.binnacle.platform.api.error.PlatformException with the node or the method at fault
     */
    static List<ReconciledNode> forecast(
            Forecasts forecasts, Hierarchy hierarchy, ReconciliationOrder order, Runnable each)
            throws InterruptedException {
        order.method().requireRoomFor(hierarchy);
        return of(hierarchy, order, BaseForecasts.of(forecasts, hierarchy, order, each));
    }

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_SERIES when the method does not suit them */
    static List<ReconciledNode> of(Hierarchy hierarchy, ReconciliationOrder order, List<NodeForecast> base) {
        return new Reconciliation(hierarchy, order, base).nodes();
    }

    private Reconciler reconciler() {
        try {
            return order.method().over(hierarchy, errors);
        } catch (IllegalArgumentException e) {
            throw INVALID_SERIES
                    .because(
                            "the method %s does not suit these series: %s; ask for the method structural, which always"
                                    + " works",
                            order.method().id(), e.getMessage())
                    .causedBy(e);
        }
    }

    private List<ReconciledNode> nodes() {
        double[][] means = new double[order.horizon()][];
        double[][][] quantiles = new double[order.horizon()][][];
        double[][] standard = standard();
        for (int step = 0; step < means.length; step++) {
            int at = step;
            double[] forecasts = each(node -> node.mean()[at]);
            means[step] = reconciler.reconcile(forecasts);
            quantiles[step] = probabilities.length == 0
                    ? new double[base.size()][0]
                    : new JointBootstrap(reconciler, stretched(standard, step), DRAWS, order.seed())
                            .quantiles(forecasts, probabilities);
        }
        return IntStream.range(0, base.size())
                .mapToObj(node -> new ReconciledNode(
                        hierarchy.nodes().get(node),
                        base.get(node).model(),
                        Arrays.stream(means).mapToDouble(step -> step[node]).toArray(),
                        Arrays.stream(quantiles).map(step -> step[node]).toArray(double[][]::new)))
                .toList();
    }

    private double[][] stretched(double[][] standard, int step) {
        double[] deviation = each(node -> node.deviation()[step]);
        return Arrays.stream(standard)
                .map(at -> IntStream.range(0, at.length)
                        .mapToDouble(node -> at[node] * deviation[node])
                        .toArray())
                .toArray(double[][]::new);
    }

    // With a mean of zero, so that intervals stand around the forecast, and a variance of one.
    private double[][] standard() {
        double[] means = each(node -> Arrays.stream(node.errors()).average().orElse(0));
        double[] deviations = IntStream.range(0, base.size())
                .mapToDouble(node -> Math.sqrt(Arrays.stream(errors)
                                .mapToDouble(at -> Math.pow(at[node] - means[node], 2))
                                .sum()
                        / (errors.length - 1)))
                .toArray();
        return Arrays.stream(errors)
                .map(at -> IntStream.range(0, at.length)
                        .mapToDouble(node -> deviations[node] == 0 ? 0 : (at[node] - means[node]) / deviations[node])
                        .toArray())
                .toArray(double[][]::new);
    }

    private double[] each(ToDoubleFunction<NodeForecast> value) {
        return base.stream().mapToDouble(value).toArray();
    }
}
