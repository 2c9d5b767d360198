package io.binnacle.platform.security;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who am I, and the tokens of all. */
@Component
public final class TokenRoutes implements RouteModule {

    private final Tokens tokens;

    @Activate
    public TokenRoutes(@Reference Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/me", ctx -> ctx.json(Caller.of(ctx)), Role.VIEWER);
        routes.get("/api/v1/tokens", this::list, Role.ADMIN);
        routes.post("/api/v1/tokens", this::create, Role.ADMIN);
        routes.delete("/api/v1/tokens/{id}", this::revoke, Role.ADMIN);
    }

    private void list(Context ctx) {
        Paging paging = Paging.of(ctx);
        Paging.answer(ctx, tokens.newest(paging.cursor().map(TokenRoutes::cursor), paging.limit()));
    }

    private void create(Context ctx) {
        IssuedToken issued = tokens.create(ctx.bodyAsClass(NewToken.class), Caller.of(ctx));
        ctx.header("Cache-Control", "no-store");
        ctx.status(HttpStatus.CREATED).json(issued);
    }

    private void revoke(Context ctx) {
        tokens.revoke(Parameters.id(ctx, "id"), Caller.of(ctx));
        ctx.status(HttpStatus.NO_CONTENT);
    }

    private static UUID cursor(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw INVALID_PARAMETER
                    .because("cursor must come from the page before, not '%s'", text)
                    .at("/cursor");
        }
    }
}
