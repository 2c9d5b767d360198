package io.binnacle.platform.plugins;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.platform.api.http.Accepted;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was installed when, the way back to it, and life without plugins. */
@Component
public final class GenerationRoutes implements RouteModule {

    private final Plugins plugins;
    private final Operations operations;

    /** Whether plugins are to be kept from running. */
    record SafeMode(boolean on) {}

    @Activate
    public GenerationRoutes(@Reference Plugins plugins, @Reference Operations operations) {
        this.plugins = plugins;
        this.operations = operations;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        String all = "/api/v1/system/generations";
        routes.get(all, ctx -> ctx.json(plugins.system().view().generations()), Role.ADMIN);
        routes.post(all + "/{number}:restore", this::restore, Role.ADMIN);
        routes.post("/api/v1/system:safe-mode", this::safeMode, Role.ADMIN);
    }

    private void restore(Context ctx) {
        long number = number(ctx);
        Operation operation = operations.start(
                "plugins.restore",
                Caller.of(ctx),
                progress -> plugins.change("restoring a generation", lifecycle -> lifecycle.restore(number, progress)));
        Accepted.answer(ctx, operation);
    }

    private void safeMode(Context ctx) {
        boolean on = ctx.body().isBlank() || ctx.bodyAsClass(SafeMode.class).on();
        plugins.safeMode(on);
        ctx.json(plugins.system().view().generations());
    }

    private static long number(Context ctx) {
        try {
            return Long.parseLong(ctx.pathParam("number"));
        } catch (NumberFormatException e) {
            throw INVALID_PARAMETER
                    .because("number must be that of a generation, not '%s'", ctx.pathParam("number"))
                    .at("/number");
        }
    }
}
