package io.binnacle.pipeline.core.http;

import io.binnacle.pipeline.api.OpportunityDetails;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What deals sell and what was done about them, over HTTP. */
@Component
public final class DetailRoutes implements RouteModule {

    private static final String DEAL = "/api/v1/pipeline/opportunities/{id}";

    private final OpportunityDetails details;
    private final ZoneId zone;

    @Activate
    public DetailRoutes(@Reference OpportunityDetails details, @Reference PipelineSettings settings) {
        this.details = details;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(
                DEAL + "/lines",
                ctx -> ctx.json(details.lines(Parameters.id(ctx, "id"), Parameters.asOf(ctx, zone))),
                Role.VIEWER);
        routes.get(
                DEAL + "/touches",
                ctx -> ctx.json(details.touches(
                        Parameters.id(ctx, "id"), Parameters.asOf(ctx, zone).knownAt())),
                Role.VIEWER);
    }
}
