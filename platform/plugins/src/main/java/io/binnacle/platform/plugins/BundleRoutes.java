package io.binnacle.platform.plugins;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What runs, and a way to stop and start it. */
@Component
public final class BundleRoutes implements RouteModule {

    private final Bundles bundles;

    @Activate
    public BundleRoutes(@Reference Bundles bundles) {
        this.bundles = bundles;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        String bundle = "/api/v1/system/bundles/{name}";
        routes.get("/api/v1/system/bundles", ctx -> ctx.json(bundles.list()), Role.ADMIN);
        routes.post(bundle + ":stop", ctx -> ctx.json(bundles.stop(ctx.pathParam("name"))), Role.ADMIN);
        routes.post(bundle + ":start", ctx -> ctx.json(bundles.start(ctx.pathParam("name"))), Role.ADMIN);
    }
}
