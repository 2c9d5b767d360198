package io.binnacle.pipeline.core.http;

import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.exports.CrmExport;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts and deals in the tables of other systems, over HTTP. */
@Component
public final class CrmExportRoutes implements RouteModule {

    private final CrmExport export;
    private final ZoneId zone;

    @Activate
    public CrmExportRoutes(@Reference CrmExport export, @Reference PipelineSettings settings) {
        this.export = export;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        CrmExport.SHAPES.forEach(
                shape -> routes.get("/api/v1/exports/" + shape, ctx -> answer(ctx, shape), Role.MANAGER));
    }

    private void answer(Context ctx, String shape) {
        ctx.contentType("application/zip");
        ctx.header("Content-Disposition", "attachment; filename=\"" + shape + ".zip\"");
        ctx.result(export.open(shape, Parameters.asOf(ctx, zone)));
    }
}
