package io.binnacle.console;

import static io.binnacle.platform.api.error.PlatformError.ROUTE_NOT_FOUND;
import static io.binnacle.platform.api.security.Role.ANYONE;

import io.binnacle.platform.api.http.RouteModule;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Serves the web console. The page asks for a token itself, so its files are for anyone. */
@Component
public final class ConsoleRoutes implements RouteModule {

    private static final String HOME = "/console/";

    private final ConsoleFiles files;

    @Activate
    public ConsoleRoutes(BundleContext context) {
        this(ConsoleFiles.in(context.getBundle()));
    }

    ConsoleRoutes(ConsoleFiles files) {
        this.files = files;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/", ctx -> ctx.redirect(HOME), ANYONE);
        routes.get(HOME, this::home, ANYONE);
        routes.get(HOME + "<path>", ctx -> serve(ctx, ctx.pathParam("path")), ANYONE);
    }

    /** Links in the page are relative to the folder, so the address must end in a slash. */
    private void home(Context ctx) {
        if (ctx.path().endsWith("/")) {
            serve(ctx, "index.html");
        } else {
            ctx.redirect(HOME);
        }
    }

    private void serve(Context ctx, String path) {
        ConsoleFile file = files.find(path)
                .orElseThrow(
                        () -> ROUTE_NOT_FOUND.because("the console has no file '%s'; it starts at %s", path, HOME));
        ctx.header("ETag", file.etag());
        ctx.header("Cache-Control", "no-cache");
        if (file.etag().equals(ctx.header("If-None-Match"))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType(file.contentType()).result(file.content());
        }
    }
}
