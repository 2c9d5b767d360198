package io.binnacle.forecasting.core;

import io.binnacle.forecasting.core.explanation.Explanations;
import io.binnacle.forecasting.core.runs.RecordedForecasts;
import io.binnacle.forecasting.core.runs.RecordedForecasts.Recorded;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why forecasts are what they are: of runs that were given, and of series that the caller brings. */
@Component
public final class ExplanationRoutes implements RouteModule {

    private final Explanations explanations;
    private final AskedForecasts asked;

    @Activate
    public ExplanationRoutes(@Reference Explanations explanations, @Reference RecordedForecasts forecasts) {
        this.explanations = explanations;
        this.asked = new AskedForecasts(forecasts);
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/forecasting/runs/{id}/explanation", this::explain, Role.VIEWER);
        routes.post("/api/v1/forecasting/explanations", this::forecastAndExplain, Role.VIEWER);
    }

    private void explain(Context ctx) {
        ctx.json(explanations.explain(Parameters.id(ctx, "id"), Parameters.queryId(ctx, "against")));
    }

    private void forecastAndExplain(Context ctx) {
        ForecastRequest request = ctx.bodyAsClass(ForecastRequest.class);
        List<Recorded> kept = asked.give(request, request.checked(), Caller.of(ctx));
        ctx.json(Map.of(
                "explanations",
                kept.stream()
                        .map(recorded -> explanations.explain(recorded.run(), Optional.empty()))
                        .toList()));
    }
}
