package io.binnacle.platform.gateway;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the gateway itself answers: whether it lives, whether the platform is ready, and what routes there are. */
final class BuiltInRoutes implements RouteModule {

    private static final int UNAVAILABLE = 503;

    private final Supplier<Health> health;
    private final Supplier<byte[]> description;

    BuiltInRoutes(Supplier<Health> health, Supplier<byte[]> description) {
        this.health = health;
        this.description = description;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/livez", ctx -> ctx.json(Map.of("status", "ALIVE")), Role.ANYONE);
        routes.get("/readyz", this::ready, Role.ANYONE);
        routes.get("/api/v1/openapi.json", this::describe, Role.ANYONE);
    }

    private void ready(Context ctx) {
        Health now = health.get();
        if (!now.ready()) {
            ctx.status(UNAVAILABLE).header("Retry-After", "2");
        }
        ctx.header("Cache-Control", "no-store").json(answer(now));
    }

    private static Map<String, Object> answer(Health now) {
        Map<String, Object> answer = new HashMap<>(Map.of("status", now.status()));
        if (!now.missing().isEmpty()) {
            answer.put("missing", now.missing());
        }
        if (!now.stopped().isEmpty()) {
            answer.put("stopped", now.stopped());
        }
        return answer;
    }

    private void describe(Context ctx) {
        ctx.contentType("application/json").result(description.get());
    }
}
