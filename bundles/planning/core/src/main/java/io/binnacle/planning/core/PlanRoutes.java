package io.binnacle.planning.core;

import static io.binnacle.planning.api.PlanError.PLAN_NOT_FOUND;
import static io.binnacle.planning.api.PlanError.REVISION_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;
import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;
import static io.binnacle.platform.api.security.Role.SELLER;
import static io.binnacle.platform.api.security.Role.VIEWER;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.planning.api.Plan;
import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.Plans;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.time.AsOf;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The account plans over HTTP. */
@Component
public final class PlanRoutes implements RouteModule {

    private static final String PLANS = "/api/v1/planning/plans";
    private static final String PLAN = PLANS + "/{id}";

    private final Plans plans;
    private final PlanTemplates templates;
    private final Rollups rollups;

    @Activate
    public PlanRoutes(@Reference Plans plans, @Reference PlanTemplates templates, @Reference Rollups rollups) {
        this.plans = plans;
        this.templates = templates;
        this.rollups = rollups;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/planning/templates", ctx -> ctx.json(templates.all()), VIEWER);
        routes.get(PLANS, ctx -> ctx.json(plans.list(Parameters.queryId(ctx, "account"))), VIEWER);
        routes.post(PLANS, this::create, SELLER);
        routes.get(PLAN, this::read, VIEWER);
        routes.put(PLAN, this::save, SELLER);
        routes.post(PLAN + ":restore", this::restore, SELLER);
        routes.get(PLAN + "/revisions", this::revisions, VIEWER);
        routes.get(PLAN + "/revisions/{number}", this::revision, VIEWER);
        routes.get(PLAN + "/diff", this::diff, VIEWER);
    }

    private void create(Context ctx) {
        NewPlan body = ctx.bodyAsClass(NewPlan.class);
        Plan plan = plans.create(body.account(), body.horizon(), beginning(body), Caller.of(ctx), body.reason());
        ctx.status(HttpStatus.CREATED).header("Location", PLANS + "/" + plan.id());
        answer(ctx, plan);
    }

    private PlanContent beginning(NewPlan body) {
        if (body.content().isPresent() == body.template().isPresent()) {
            throw INVALID_CONTENT
                    .because("a plan begins with its content or with a template: send one of both")
                    .at("/content");
        }
        return body.content().orElseGet(() -> templates.content(body.template().orElseThrow()));
    }

    private void read(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        AsOf asOf = Parameters.asOf(ctx, rollups.calendar().zone());
        answer(ctx, (asOf.isLatest() ? plans.find(id) : plans.find(id, asOf)).orElseThrow(() -> unknown(id)));
    }

    private void save(Context ctx) {
        long expected = ETag.ifMatch(ctx);
        ChangedPlan body = ctx.bodyAsClass(ChangedPlan.class);
        UUID id = Parameters.id(ctx, "id");
        answer(ctx, plans.save(id, expected, body.content(), Caller.of(ctx), body.reason()));
    }

    private void restore(Context ctx) {
        long expected = ETag.ifMatch(ctx);
        RestoredPlan body = ctx.bodyAsClass(RestoredPlan.class);
        UUID id = Parameters.id(ctx, "id");
        answer(ctx, plans.restore(id, expected, body.revision(), Caller.of(ctx), body.reason()));
    }

    private void revisions(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        plans.find(id).orElseThrow(() -> unknown(id));
        ctx.json(plans.revisions(id));
    }

    private void revision(Context ctx) {
        UUID id = Parameters.id(ctx, "id");
        long number = number("number", ctx.pathParam("number"));
        plans.find(id).orElseThrow(() -> unknown(id));
        ctx.json(plans.revision(id, number)
                .orElseThrow(() -> REVISION_NOT_FOUND.because("the plan has no revision %d", number)));
    }

    private void diff(Context ctx) {
        ctx.json(plans.diff(Parameters.id(ctx, "id"), queried(ctx, "from"), queried(ctx, "to")));
    }

    private static void answer(Context ctx, Plan plan) {
        ETag.set(ctx, plan.revision());
        ctx.json(plan);
    }

    private static long queried(Context ctx, String name) {
        return number(name, Parameters.text(ctx, name).orElse("nothing"));
    }

    private static long number(String name, String text) {
        if (!text.matches("\\d{1,9}")) {
            throw INVALID_PARAMETER
                    .because("%s must be the number of a revision, not '%s'", name, text)
                    .at("/" + name);
        }
        return Long.parseLong(text);
    }

    private static RuntimeException unknown(UUID id) {
        return PLAN_NOT_FOUND.because("there is no plan %s, or was none then", id);
    }

    record NewPlan(
            @JsonProperty(required = true) UUID account,
            @JsonProperty(required = true) String horizon,
            Optional<PlanContent> content,
            Optional<String> template,
            @JsonProperty(required = true) String reason) {}

    record ChangedPlan(
            @JsonProperty(required = true) PlanContent content,
            @JsonProperty(required = true) String reason) {}

    record RestoredPlan(
            @JsonProperty(required = true) long revision,
            @JsonProperty(required = true) String reason) {}
}
