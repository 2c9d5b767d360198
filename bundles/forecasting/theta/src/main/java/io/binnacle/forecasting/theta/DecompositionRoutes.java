package io.binnacle.forecasting.theta;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.osgi.service.component.annotations.Component;

/** Explains what the theta model sees in a series; it stores nothing, so whoever may read may ask. */
@Component
public final class DecompositionRoutes implements RouteModule {

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/forecasting/theta/decomposition", DecompositionRoutes::decompose, Role.VIEWER);
    }

    private static void decompose(Context ctx) {
        DecompositionRequest request = ctx.bodyAsClass(DecompositionRequest.class);
        ctx.json(Decomposition.of(ThetaModel.see(request.series())));
    }
}
