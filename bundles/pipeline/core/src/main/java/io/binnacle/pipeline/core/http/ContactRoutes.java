package io.binnacle.pipeline.core.http;

import io.binnacle.pipeline.api.Contacts;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The people at customers, over HTTP. */
@Component
public final class ContactRoutes implements RouteModule {

    private final Contacts contacts;
    private final ZoneId zone;

    @Activate
    public ContactRoutes(@Reference Contacts contacts, @Reference PipelineSettings settings) {
        this.contacts = contacts;
        this.zone = settings.zone();
    }

    // Personal, so not for everybody who may read sums.
    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/pipeline/contacts", this::list, Role.SELLER);
    }

    private void list(Context ctx) {
        ctx.json(contacts.list(Parameters.queryId(ctx, "account"), Parameters.asOf(ctx, zone)));
    }
}
