package io.binnacle.planning.core;

import static io.binnacle.platform.api.security.Role.SELLER;
import static io.binnacle.platform.api.security.Role.VIEWER;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.planning.api.Stakeholder;
import io.binnacle.planning.api.Stakeholders;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The stakeholders over HTTP. */
@Component
public final class StakeholderRoutes implements RouteModule {

    private static final String STAKEHOLDERS = "/api/v1/planning/stakeholders";

    private final Stakeholders stakeholders;

    @Activate
    public StakeholderRoutes(@Reference Stakeholders stakeholders) {
        this.stakeholders = stakeholders;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(STAKEHOLDERS, this::list, VIEWER);
        routes.post(STAKEHOLDERS, this::add, SELLER);
    }

    private void list(Context ctx) {
        ctx.json(Parameters.queryId(ctx, "account").map(stakeholders::of).orElseGet(stakeholders::all));
    }

    private void add(Context ctx) {
        NewStakeholder body = ctx.bodyAsClass(NewStakeholder.class);
        Stakeholder person = stakeholders.add(
                body.account(), body.name(), body.title(), body.reportsTo(), Caller.of(ctx), body.reason());
        ETag.set(ctx, person.version());
        ctx.status(HttpStatus.CREATED).json(person);
    }

    record NewStakeholder(
            @JsonProperty(required = true) UUID account,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String title,
            Optional<UUID> reportsTo,
            @JsonProperty(required = true) String reason) {}
}
