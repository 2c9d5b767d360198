package io.binnacle.forecasting.core.roles;

import static io.binnacle.forecasting.api.ForecastError.MODEL_NOT_FOUND;
import static io.binnacle.forecasting.api.ForecastError.NOT_PROMOTED;
import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;
import static io.binnacle.platform.api.error.PlatformError.PRECONDITION_REQUIRED;

import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelStatus;
import io.binnacle.forecasting.core.roles.Promotion.Outcome;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.time.AsOf;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Champions, challengers and shadows over HTTP. */
@Component
public final class RoleRoutes implements RouteModule {

    private static final String ALL = "/api/v1/forecasting/aliases";
    private static final String ONE = ALL + "/{metric}/{segment}";

    /** Roles as a caller wants them; what is left out is nobody's. */
    record Wish(
            Optional<String> champion,
            Optional<String> challenger,
            Optional<String> shadow,
            Optional<PromotionRule> rule) {}

    private final JournaledRoles roles;
    private final Forecasts forecasts;
    private final ModelTrial trial;
    private final Promotion promotion;
    private final LiveScores scores;
    private final Clock clock;

    @Activate
    public RoleRoutes(
            @Reference JournaledRoles roles,
            @Reference Forecasts forecasts,
            @Reference Database database,
            @Reference Clock clock) {
        this.roles = roles;
        this.forecasts = forecasts;
        this.trial = new ModelTrial(forecasts);
        this.promotion = new Promotion(roles, forecasts, database);
        this.scores = new LiveScores(database);
        this.clock = clock;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, ctx -> ctx.json(Map.of("aliases", roles.all())), Role.VIEWER);
        routes.get(ONE, ctx -> answer(ctx, roles.get(scope(ctx), Parameters.asOf(ctx))), Role.VIEWER);
        routes.put(ONE, this::put, Role.ADMIN);
        routes.post(ONE + ":rollback", this::rollback, Role.ADMIN);
        routes.post(ONE + ":promote", this::promote, Role.ADMIN);
        routes.get(ONE + "/scores", this::scores, Role.VIEWER);
        routes.get("/api/v1/forecasting/models/{id}", this::model, Role.VIEWER);
    }

    private void put(Context ctx) {
        ForecastScope scope = scope(ctx);
        Wish wish = ctx.bodyAsClass(Wish.class);
        OptionalLong expected = OptionalLong.of(expected(ctx, scope));
        Roles present = roles.get(scope, AsOf.LATEST);
        Optional<Alias> champion = tried(wish.champion(), present.champion());
        Optional<Alias> challenger = tried(wish.challenger(), present.challenger());
        Optional<Alias> shadow = tried(wish.shadow(), present.shadow());
        Roles changed = roles.change(
                scope,
                expected,
                before -> before.ledBy(champion).beside(challenger, shadow).under(wish.rule(), clock.instant()),
                Caller.of(ctx),
                reason(ctx, "roles chosen"));
        answer(ctx, changed);
    }

    private void rollback(Context ctx) {
        Roles changed = roles.change(
                scope(ctx),
                OptionalLong.empty(),
                RoleRoutes::rolledBack,
                Caller.of(ctx),
                reason(ctx, "rolled back to the champion before"));
        answer(ctx, changed);
    }

    private void promote(Context ctx) {
        Outcome outcome =
                promotion.promote(scope(ctx), ETag.ifMatch(ctx), Caller.of(ctx), reason(ctx, "challenger promoted"));
        ETag.set(ctx, outcome.roles().version());
        ctx.json(outcome);
    }

    private void scores(Context ctx) {
        Roles present = roles.get(scope(ctx), AsOf.LATEST);
        ctx.json(Map.of(
                "comparisons",
                present.beside().stream()
                        .map(model -> scores.compare(present, model))
                        .toList()));
    }

    private void model(Context ctx) {
        String id = ctx.pathParam("id");
        ModelStatus status = forecasts.statuses().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> MODEL_NOT_FOUND.because(
                        "no forecast model '%s' is installed; GET /api/v1/forecasting/models lists those there are",
                        id));
        ctx.json(ModelView.of(status, roles.all()));
    }

    private static Roles rolledBack(Roles present) {
        if (present.champion().isEmpty() && present.former().isEmpty()) {
            throw NOT_PROMOTED.because(
                    "nobody was champion of %s before; the platform's own choice forecasts it", present.scope());
        }
        return present.rolledBack();
    }

    // Trying takes a moment, so it comes before the table is locked. One that has the role keeps it untried.
    private Optional<Alias> tried(Optional<String> model, Optional<Alias> present) {
        return model.map(
                name -> present.filter(alias -> alias.model().equals(name)).orElseGet(() -> trial.passed(name)));
    }

    private long expected(Context ctx, ForecastScope scope) {
        if (ctx.header("If-Match") != null) {
            return ETag.ifMatch(ctx);
        }
        if (roles.get(scope, AsOf.LATEST).version() > 0) {
            throw PRECONDITION_REQUIRED.because("%s has roles; send If-Match with their ETag to change them", scope);
        }
        return 0;
    }

    static ForecastScope scope(Context ctx) {
        try {
            return new ForecastScope(ctx.pathParam("metric"), ctx.pathParam("segment"));
        } catch (IllegalArgumentException e) {
            throw INVALID_PARAMETER.because("%s", e.getMessage()).at("/metric");
        }
    }

    private static String reason(Context ctx, String otherwise) {
        return Parameters.text(ctx, "reason").orElse(otherwise);
    }

    private static void answer(Context ctx, Roles shown) {
        ETag.set(ctx, shown.version());
        ctx.json(shown);
    }
}
