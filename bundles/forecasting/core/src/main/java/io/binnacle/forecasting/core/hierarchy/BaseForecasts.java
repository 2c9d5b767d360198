package io.binnacle.forecasting.core.hierarchy;

import static io.binnacle.forecasting.api.ForecastError.MODEL_NOT_FOUND;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.core.batch.InOrder;
import io.binnacle.platform.api.error.PlatformException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Forecasts every node of a hierarchy by itself, on all processors; the errors are those of the model that answered. */
final class BaseForecasts {

    private static final List<Double> LEVEL = List.of(0.8);

    // The quantile of the standard normal distribution at the upper bound of that level.
    private static final double NINE_TENTHS = 1.2815515655446004;

    private final Forecasts forecasts;
    private final Hierarchy hierarchy;
    private final ReconciliationOrder order;
    private final int[] origins;

    private BaseForecasts(Forecasts forecasts, Hierarchy hierarchy, ReconciliationOrder order) {
        this.forecasts = forecasts;
        this.hierarchy = hierarchy;
        this.order = order;
        this.origins =
                order.needsErrors() ? Origins.of(hierarchy, order).stream().toArray() : new int[0];
    }

    /**
     * @param each called after every node
     * @throws PlatformException with the node at fault
     */
    static List<NodeForecast> of(Forecasts forecasts, Hierarchy hierarchy, ReconciliationOrder order, Runnable each)
            throws InterruptedException {
        BaseForecasts base = new BaseForecasts(forecasts, hierarchy, order);
        List<NodeForecast> nodes = new ArrayList<>();
        new InOrder(Runtime.getRuntime().availableProcessors())
                .run(IntStream.range(0, hierarchy.nodes().size()).iterator(), base::forecast, done -> {
                    nodes.add(done);
                    each.run();
                });
        return nodes;
    }

    private NodeForecast forecast(int node) {
        ForecastAnswer answer = answer(node, hierarchy.periods(), order.horizon(), order.model());
        ModelInfo model = answer.model();
        Optional<String> same = Optional.of(model.id() + "@" + model.version());
        double[] errors = IntStream.of(origins)
                .mapToDouble(origin -> hierarchy.value(node, origin)
                        - answer(node, origin, 1, same).forecast().mean().get(0))
                .toArray();
        Forecast forecast = answer.forecast();
        return new NodeForecast(
                model,
                forecast.mean().stream().mapToDouble(Double::doubleValue).toArray(),
                deviation(forecast.intervals().get(0)),
                errors);
    }

    private ForecastAnswer answer(int node, int periods, int horizon, Optional<String> model) {
        Node named = hierarchy.nodes().get(node);
        try {
            return forecasts.forecast(
                    named.id(), hierarchy.history(node, periods), new Outlook(horizon, LEVEL, order.seed()), model);
        } catch (PlatformException e) {
            throw e.code() == MODEL_NOT_FOUND ? e : failure(named, periods, e);
        }
    }

    private PlatformException failure(Node node, int periods, PlatformException cause) {
        String advice = periods < hierarchy.periods()
                ? "; that forecast tells its errors, which nothing needs by the methods structural, ols and bottom-up"
                        + " without intervals"
                : "";
        return cause.code()
                .because(
                        "'%s' of the level %s cannot be forecast from its first %d periods: %s%s",
                        node.id(), node.level(), periods, cause.getMessage(), advice)
                .causedBy(cause);
    }

    private static double[] deviation(PredictionInterval interval) {
        return IntStream.range(0, interval.lower().size())
                .mapToDouble(
                        step -> interval.upper().get(step) - interval.lower().get(step))
                .map(width -> width / (2 * NINE_TENTHS))
                .toArray();
    }
}
