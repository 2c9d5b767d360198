package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.Consumption;
import io.binnacle.forecasting.api.ConsumptionPoint;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Consumption over HTTP. */
@Component
public final class ConsumptionRoutes implements RouteModule {

    private static final String CONSUMPTION = "/api/v1/forecasting/consumption";

    private final Consumption consumption;

    @Activate
    public ConsumptionRoutes(@Reference Consumption consumption) {
        this.consumption = consumption;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(CONSUMPTION, this::list, Role.VIEWER);
        routes.post(CONSUMPTION, this::record, Role.MANAGER);
    }

    private void list(Context ctx) {
        AsOf asOf = Parameters.asOf(ctx);
        List<ConsumptionPoint> points = Parameters.queryId(ctx, "account")
                .map(account -> consumption.of(account, asOf))
                .orElseGet(() -> consumption.all(asOf));
        ctx.json(Map.of("points", points));
    }

    private void record(Context ctx) {
        ConsumptionRequest request = ctx.bodyAsClass(ConsumptionRequest.class);
        int recorded = consumption.record(request.checked(), Caller.of(ctx), request.cause());
        ctx.json(Map.of("recorded", recorded));
    }
}
