package io.binnacle.forecasting.core.hierarchy;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.core.Interval;
import io.binnacle.forecasting.core.Levels;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forecasts of series and their sums that add up; they change nothing, so whoever may read may ask. */
@Component
public final class ReconciliationRoutes implements RouteModule {

    private final Forecasts forecasts;

    @Activate
    public ReconciliationRoutes(@Reference Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/forecasting/reconciliations", this::reconcile, Role.VIEWER);
    }

    private void reconcile(Context ctx) {
        ReconciliationRequest.Checked asked =
                ctx.bodyAsClass(ReconciliationRequest.class).checked();
        List<NodeView> nodes = Reconciliation.of(asked.hierarchy(), asked.order(), base(asked)).stream()
                .map(node -> NodeView.of(node, asked.levels()))
                .toList();
        ctx.json(new Answer(
                asked.order().method().id(),
                asked.hierarchy().seasonLength(),
                asked.order().seed(),
                nodes));
    }

    private List<NodeForecast> base(ReconciliationRequest.Checked asked) {
        try {
            return BaseForecasts.of(forecasts, asked.hierarchy(), asked.order(), () -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the forecast was cancelled");
        }
    }

    record Answer(String method, int seasonLength, long seed, List<NodeView> nodes) {}

    record NodeView(
            String id,
            String level,
            Map<String, String> groups,
            ModelInfo model,
            List<Double> mean,
            List<Interval> intervals) {

        static NodeView of(ReconciledNode reconciled, Levels levels) {
            Node node = reconciled.node();
            int narrowest = levels.percent().size();
            List<Interval> intervals = IntStream.range(0, narrowest)
                    .mapToObj(i -> new Interval(
                            levels.percent().get(i),
                            bound(reconciled, narrowest - 1 - i),
                            bound(reconciled, narrowest + i)))
                    .toList();
            List<Double> mean = Arrays.stream(reconciled.mean()).boxed().toList();
            return new NodeView(node.id(), node.level(), node.groups(), reconciled.model(), mean, intervals);
        }

        private static List<Double> bound(ReconciledNode node, int probability) {
            return Arrays.stream(node.quantiles())
                    .map(step -> step[probability])
                    .toList();
        }
    }
}
