package io.binnacle.forecasting.core.runs;

import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forecasts that were given, and made again. */
@Component
public final class RunRoutes implements RouteModule {

    private static final String ONE = "/api/v1/forecasting/runs/{id}";

    private final RecordedForecasts forecasts;

    @Activate
    public RunRoutes(@Reference RecordedForecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ONE, ctx -> ctx.json(forecasts.require(Parameters.id(ctx, "id"))), Role.VIEWER);
        routes.post(ONE + ":reproduce", ctx -> ctx.json(forecasts.reproduce(Parameters.id(ctx, "id"))), Role.VIEWER);
    }
}
