package io.binnacle.insights.core;

import static io.binnacle.platform.api.security.Role.SELLER;
import static io.binnacle.platform.api.security.Role.VIEWER;

import io.binnacle.insights.api.Insights;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The insights over HTTP. */
@Component
public final class InsightRoutes implements RouteModule {

    private static final String INSIGHTS = "/api/v1/insights";

    private final Insights insights;

    @Activate
    public InsightRoutes(@Reference Insights insights) {
        this.insights = insights;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(INSIGHTS, this::open, VIEWER);
        routes.get(INSIGHTS + "/rules", ctx -> ctx.json(insights.rules()), VIEWER);
        routes.post(INSIGHTS + ":evaluate", ctx -> ctx.json(insights.evaluate()), SELLER);
    }

    private void open(Context ctx) {
        Paging.answer(ctx, insights.open(Parameters.text(ctx, "rule"), Paging.of(ctx)));
    }
}
