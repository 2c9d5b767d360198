package io.binnacle.platform.storage.projection;

import io.binnacle.platform.api.http.Accepted;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets an administrator compare all typed tables with the journal, and have them mended. */
@Component
public final class ProjectionRoutes implements RouteModule {

    private final Projections projections;
    private final Operations operations;

    @Activate
    public ProjectionRoutes(@Reference Projections projections, @Reference Operations operations) {
        this.projections = projections;
        this.operations = operations;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/system/projections:rebuild", this::rebuild, Role.ADMIN);
    }

    private void rebuild(Context ctx) {
        boolean repair = !Parameters.flag(ctx, "dryRun");
        Operation operation = operations.start(
                "projections.rebuild", Caller.of(ctx), progress -> projections.rebuild(repair, progress));
        Accepted.answer(ctx, operation);
    }
}
