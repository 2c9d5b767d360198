package io.binnacle.pipeline.core.http;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.hygiene.Flaw;
import io.binnacle.pipeline.api.hygiene.Hygiene;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.ZoneId;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hygiene of the pipeline over HTTP. */
@Component
public final class HygieneRoutes implements RouteModule {

    private static final String ROOT = "/api/v1/pipeline/hygiene";

    /** The first flaws, and how many there are. */
    record Flaws(int total, List<Flaw> items) {}

    private final Hygiene hygiene;
    private final ZoneId zone;

    @Activate
    public HygieneRoutes(@Reference Hygiene hygiene, @Reference PipelineSettings settings) {
        this.hygiene = hygiene;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ROOT, this::report, Role.VIEWER);
        routes.get(ROOT + "/flaws", this::flaws, Role.VIEWER);
        routes.post("/api/v1/pipeline/opportunities/{id}/hygiene/{rule}:accept", this::accept, Role.SELLER);
    }

    private void report(Context ctx) {
        ctx.json(hygiene.report(Parameters.queryId(ctx, "node"), asOf(ctx)));
    }

    private void flaws(Context ctx) {
        List<Flaw> flaws = hygiene.flaws(Parameters.queryId(ctx, "node"), Texts.printable(ctx, "rule"), asOf(ctx));
        int limit = Paging.of(ctx).limit();
        ctx.json(new Flaws(flaws.size(), flaws.subList(0, Math.min(limit, flaws.size()))));
    }

    private void accept(Context ctx) {
        Opportunity mended =
                hygiene.accept(Parameters.id(ctx, "id"), ctx.pathParam("rule"), ETag.ifMatch(ctx), Caller.of(ctx));
        ETag.set(ctx, mended.version());
        ctx.json(mended);
    }

    private AsOf asOf(Context ctx) {
        return Parameters.asOf(ctx, zone);
    }
}
