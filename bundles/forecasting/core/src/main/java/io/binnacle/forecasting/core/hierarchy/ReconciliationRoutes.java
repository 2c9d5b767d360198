package io.binnacle.forecasting.core.hierarchy;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.core.Interval;
import io.binnacle.forecasting.core.Levels;
import io.binnacle.platform.api.http.Accepted;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Forecasts of series and their sums that add up; they change nothing, so whoever may read may ask. Few are answered at
 * once, many by an operation where the caller prefers one.
 */
@Component
public final class ReconciliationRoutes implements RouteModule {

    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_BEHIND = 2_000;

    private final Forecasts forecasts;
    private final Operations operations;

    @Activate
    public ReconciliationRoutes(@Reference Forecasts forecasts, @Reference Operations operations) {
        this.forecasts = forecasts;
        this.operations = operations;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/forecasting/reconciliations", this::reconcile, Role.VIEWER);
    }

    private void reconcile(Context ctx) throws InterruptedException {
        boolean behind = prefersOperation(ctx);
        ReconciliationRequest.Checked asked =
                ctx.bodyAsClass(ReconciliationRequest.class).checked();
        asked.requireAtMost(
                behind ? MOST_BEHIND : MOST_AT_ONCE,
                behind
                        ? "'binnacle reconcile' takes more from a file"
                        : "send the header 'Prefer: respond-async', and an operation takes more");
        if (behind) {
            ctx.header("Preference-Applied", "respond-async");
            Accepted.answer(
                    ctx,
                    operations.start(
                            "forecasting.reconciliation", Caller.of(ctx), progress -> answer(asked, progress)));
        } else {
            ctx.json(answer(asked, Progress.NONE));
        }
    }

    // RFC 7240.
    private static boolean prefersOperation(Context ctx) {
        String preferences = ctx.header("Prefer");
        return preferences != null
                && Stream.of(preferences.split("[,;]"))
                        .anyMatch(preference -> preference.strip().equalsIgnoreCase("respond-async"));
    }

    private Answer answer(ReconciliationRequest.Checked asked, Progress progress) throws InterruptedException {
        int all = asked.hierarchy().nodes().size();
        AtomicInteger done = new AtomicInteger();
        List<NodeView> nodes = Reconciliation.forecast(
                        forecasts,
                        asked.hierarchy(),
                        asked.order(),
                        () -> progress.report(99 * done.incrementAndGet() / all, "series by series"))
                .stream()
                .map(node -> NodeView.of(node, asked.levels()))
                .toList();
        return new Answer(
                asked.order().method().id(),
                asked.hierarchy().seasonLength(),
                asked.order().seed(),
                nodes);
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
