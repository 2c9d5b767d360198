package io.binnacle.pipeline.core.http;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.api.Targets;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.ETag;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Targets over HTTP. */
@Component
public final class TargetRoutes implements RouteModule {

    private static final String ALL = "/api/v1/pipeline/targets";

    /** The body of a request to set a target. */
    record Wish(
            Optional<UUID> node,
            Optional<Target.Metric> metric,
            Optional<String> quarter,
            Optional<Money> amount,
            Optional<String> reason) {

        List<FieldError> missing() {
            List<FieldError> errors = new ArrayList<>();
            check("node", node, errors);
            check("quarter", quarter, errors);
            check("amount", amount, errors);
            reason.filter(text -> text.indexOf('\0') >= 0 || text.length() > 1000)
                    .ifPresent(text -> errors.add(new FieldError(
                            "/reason", "WRONG_FORM", "reason must be a text of at most 1000 characters")));
            return errors;
        }

        private static void check(String field, Optional<?> value, List<FieldError> errors) {
            if (value.isEmpty()) {
                errors.add(new FieldError("/" + field, "MISSING_VALUE", field + " is needed"));
            }
        }
    }

    private final Targets targets;

    @Activate
    public TargetRoutes(@Reference Targets targets) {
        this.targets = targets;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get(ALL, ctx -> ctx.json(targets.all()), Role.VIEWER);
        routes.put(ALL, this::set, Role.MANAGER);
    }

    private void set(Context ctx) {
        Wish wish = ctx.bodyAsClass(Wish.class);
        List<FieldError> missing = wish.missing();
        if (!missing.isEmpty()) {
            throw INVALID_CONTENT
                    .because("%s", "the target was not set: " + missing.get(0).detail())
                    .at(missing);
        }
        Target target = targets.set(
                wish.node().orElseThrow(),
                wish.metric().orElse(Target.Metric.BOOKED),
                wish.quarter().orElseThrow(),
                wish.amount().orElseThrow(),
                Caller.of(ctx),
                wish.reason().orElse(""));
        ETag.set(ctx, target.version());
        ctx.json(target);
    }
}
