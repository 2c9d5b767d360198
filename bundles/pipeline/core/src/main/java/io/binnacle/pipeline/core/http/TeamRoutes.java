package io.binnacle.pipeline.core.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.pipeline.api.Assignment;
import io.binnacle.pipeline.api.Assignment.Scope;
import io.binnacle.pipeline.api.Teams;
import io.binnacle.pipeline.api.Teams.Assigned;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Virtual teams over HTTP. */
@Component
public final class TeamRoutes implements RouteModule {

    private static final Map<Scope, String> TEAMS = Map.of(
            Scope.OPPORTUNITY, "/api/v1/pipeline/opportunities/{id}/team",
            Scope.ACCOUNT, "/api/v1/pipeline/accounts/{id}/team");

    /** An assignment as a caller writes it. */
    record Wish(
            Optional<String> user,
            Optional<UUID> node,
            @JsonProperty(required = true) Assignment.Unit unit,
            @JsonProperty(required = true) String role,
            Optional<BigDecimal> allocation,
            @JsonProperty(required = true) LocalDate from,
            Optional<LocalDate> to) {

        Wish {
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(from, "from");
        }

        Assignment of(UUID id, Scope scope, UUID subject, long version) {
            return new Assignment(
                    id, scope, subject, user, node, unit, role, allocation.orElse(BigDecimal.ZERO), from, to, version);
        }
    }

    private final Teams teams;
    private final ZoneId zone;

    @Activate
    public TeamRoutes(@Reference Teams teams, @Reference PipelineSettings settings) {
        this.teams = teams;
        this.zone = settings.zone();
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        TEAMS.forEach((scope, path) -> {
            routes.get(path, ctx -> team(ctx, scope), Role.VIEWER);
            routes.post(path, ctx -> assign(ctx, scope, path), Role.SELLER);
            routes.put(path + "/{assignment}", ctx -> change(ctx, scope), Role.SELLER);
        });
    }

    private void team(Context ctx, Scope scope) {
        ctx.json(teams.team(
                scope,
                Parameters.id(ctx, "id"),
                Texts.day(ctx, "on"),
                Parameters.asOf(ctx, zone).knownAt()));
    }

    private void assign(Context ctx, Scope scope, String path) {
        UUID subject = Parameters.id(ctx, "id");
        Assignment wanted = ctx.bodyAsClass(Wish.class).of(subject, scope, subject, 0);
        Assigned assigned = teams.assign(wanted, Caller.of(ctx), Texts.reason(ctx));
        ctx.status(201)
                .header(
                        "Location",
                        path.replace("{id}", subject.toString()) + "/"
                                + assigned.assignment().id());
        answer(ctx, assigned);
    }

    private void change(Context ctx, Scope scope) {
        UUID subject = Parameters.id(ctx, "id");
        UUID id = Parameters.id(ctx, "assignment");
        Assignment wanted = ctx.bodyAsClass(Wish.class).of(id, scope, subject, ETag.ifMatch(ctx));
        answer(ctx, teams.change(wanted, Caller.of(ctx), Texts.reason(ctx)));
    }

    private static void answer(Context ctx, Assigned assigned) {
        ETag.set(ctx, assigned.assignment().version());
        ctx.json(assigned);
    }
}
