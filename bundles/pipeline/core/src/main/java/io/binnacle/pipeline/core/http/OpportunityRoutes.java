package io.binnacle.pipeline.core.http;

import static io.binnacle.pipeline.api.PipelineError.OPPORTUNITY_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.UNSUPPORTED_MEDIA_TYPE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opportunities over HTTP. */
@Component
public final class OpportunityRoutes implements RouteModule {

    private static final String ALL = "/api/v1/pipeline/opportunities";
    private static final String ONE = ALL + "/{id}";
    private static final Set<String> PATCHES = Set.of("application/merge-patch+json", "application/json");

    private final Opportunities opportunities;
    private final ZoneId zone;

    @Activate
    public OpportunityRoutes(@Reference Opportunities opportunities, @Reference PipelineSettings settings) {
        this.opportunities = opportunities;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, this::list, Role.VIEWER);
        routes.post(ALL, this::create, Role.SELLER);
        routes.get(ONE, this::read, Role.VIEWER);
        routes.patch(ONE, this::change, Role.SELLER);
        routes.delete(ONE, this::delete, Role.SELLER);
        routes.post(ONE + ":restore", this::restore, Role.SELLER);
        routes.get(ONE + "/history", this::history, Role.VIEWER);
    }

    private void list(Context ctx) {
        OpportunityFilter filter = new OpportunityFilter(
                Parameters.constant(ctx, "status", OpportunityStatus.class),
                Texts.printable(ctx, "stage"),
                Parameters.queryId(ctx, "account"),
                Parameters.queryId(ctx, "node"));
        Paging.answer(ctx, opportunities.page(filter, Parameters.asOf(ctx, zone), Paging.of(ctx)));
    }

    private void create(Context ctx) {
        ObjectNode fields = ctx.bodyAsClass(ObjectNode.class);
        Opportunity created = opportunities.create(fields, Caller.of(ctx), reason(ctx));
        ctx.status(201).header("Location", ALL + "/" + created.id());
        answer(ctx, created);
    }

    private void read(Context ctx) {
        answer(ctx, require(Parameters.id(ctx, "id"), Parameters.asOf(ctx, zone)));
    }

    private void change(Context ctx) {
        refuseOtherMedia(ctx);
        UUID id = Parameters.id(ctx, "id");
        ObjectNode patch = ctx.bodyAsClass(ObjectNode.class);
        answer(ctx, opportunities.change(id, ETag.ifMatch(ctx), patch, validSince(ctx), Caller.of(ctx), reason(ctx)));
    }

    private void delete(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        answer(ctx, opportunities.delete(id, ETag.ifMatch(ctx), Caller.of(ctx), reason(ctx)));
    }

    private void restore(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        answer(ctx, opportunities.restore(id, ETag.ifMatch(ctx), Caller.of(ctx), reason(ctx)));
    }

    private void history(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        List<Event> events = opportunities.history(id);
        if (events.isEmpty()) {
            throw missing(id);
        }
        ctx.json(events.stream().map(Recorded::of).toList());
    }

    private static void answer(Context ctx, Opportunity opportunity) {
        ETag.set(ctx, opportunity.version());
        ctx.json(opportunity);
    }

    private Opportunity require(UUID id, AsOf asOf) {
        return opportunities.find(id, asOf).orElseThrow(() -> missing(id));
    }

    private static RuntimeException missing(UUID id) {
        return OPPORTUNITY_NOT_FOUND.because(
                "there is no opportunity with the id %s, or there was none at the time you ask for", id);
    }

    private static void refuseOtherMedia(Context ctx) {
        String type =
                Optional.ofNullable(ctx.contentType()).orElse("").split(";")[0].strip();
        if (!PATCHES.contains(type)) {
            throw UNSUPPORTED_MEDIA_TYPE.because(
                    "a change is a JSON Merge Patch: send it as application/merge-patch+json, not '%s'", type);
        }
    }

    private static Optional<LocalDate> validSince(Context ctx) {
        return Texts.day(ctx, "validSince");
    }

    private static String reason(Context ctx) {
        return Texts.reason(ctx);
    }
}
