package io.binnacle.pipeline.core.http;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.stages.DealMoves;
import io.binnacle.pipeline.api.stages.StageMove;
import io.binnacle.pipeline.api.stages.StatusMove;
import io.binnacle.pipeline.api.stages.Turn;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The ways of deals through their pipelines over HTTP. */
@Component
public final class MoveRoutes implements RouteModule {

    private static final String ONE = "/api/v1/pipeline/opportunities/{id}";

    /** Where a deal is to go, as a caller writes it. */
    record Wanted(
            String stage,
            Optional<String> pipeline,
            Optional<ForecastCategory> category,
            Map<String, String> evidence) {

        Wanted {
            Objects.requireNonNull(stage, "stage");
            evidence = evidence == null ? Map.of() : evidence;
        }
    }

    /** How a deal is to be closed or opened, as a caller writes it. */
    record Turned(
            Optional<String> reasonClosed,
            Optional<LocalDate> closeDate,
            Optional<ForecastCategory> category,
            Map<String, String> evidence) {

        static final Turned PLAIN = new Turned(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

        Turned {
            evidence = evidence == null ? Map.of() : evidence;
        }
    }

    private final DealMoves moves;
    private final ZoneId zone;

    @Activate
    public MoveRoutes(@Reference DealMoves moves, @Reference PipelineSettings settings) {
        this.moves = moves;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.post(ONE + ":move-stage", this::move, Role.SELLER);
        for (Turn turn : Turn.values()) {
            routes.post(ONE + ":" + turn.name().toLowerCase(Locale.ROOT), ctx -> turn(ctx, turn), Role.SELLER);
        }
        routes.get(
                ONE + "/stages",
                ctx -> ctx.json(moves.visits(Parameters.id(ctx, "id"), Parameters.asOf(ctx, zone))),
                Role.VIEWER);
    }

    private void move(Context ctx) {
        Wanted wanted = ctx.bodyAsClass(Wanted.class);
        StageMove to = new StageMove(
                wanted.stage(), wanted.pipeline(), wanted.category(), wanted.evidence(), Texts.day(ctx, "validSince"));
        answer(ctx, moves.move(Parameters.id(ctx, "id"), ETag.ifMatch(ctx), to, Caller.of(ctx), Texts.reason(ctx)));
    }

    private void turn(Context ctx, Turn turn) {
        Turned wanted = ctx.body().isBlank() ? Turned.PLAIN : ctx.bodyAsClass(Turned.class);
        StatusMove to = new StatusMove(
                turn,
                wanted.reasonClosed(),
                wanted.closeDate(),
                wanted.category(),
                wanted.evidence(),
                Texts.day(ctx, "validSince"));
        answer(ctx, moves.turn(Parameters.id(ctx, "id"), ETag.ifMatch(ctx), to, Caller.of(ctx), Texts.reason(ctx)));
    }

    private static void answer(Context ctx, Opportunity opportunity) {
        ETag.set(ctx, opportunity.version());
        ctx.json(opportunity);
    }
}
