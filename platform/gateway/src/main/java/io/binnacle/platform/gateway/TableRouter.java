package io.binnacle.platform.gateway;

import io.javalin.config.JavalinState;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.InternalRouter;
import io.javalin.router.ParsedEndpoint;
import java.util.ArrayList;
import java.util.List;

/** Javalin's router over an immutable table; Javalin's own is a list of patterns that only grows. */
final class TableRouter extends InternalRouter {

    private final List<ModuleRoutes> modules;
    private final RouteIndex index;
    private final Failures failures;

    TableRouter(JavalinState state, List<ModuleRoutes> modules, RouteIndex index, Failures failures) {
        super(state.wsRouter, state.eventManager, state.router, state.jetty);
        this.modules = modules;
        this.index = index;
        this.failures = failures;
    }

    @Override
    public ParsedEndpoint findFirstHttpHandlerEntry(HandlerType method, String path) {
        return index.find(method, path).orElse(null);
    }

    @Override
    public boolean hasHttpHandlerEntry(HandlerType method, String path) {
        return index.find(method, path).isPresent();
    }

    @Override
    public List<ParsedEndpoint> findHttpHandlerEntries(HandlerType type, String path) {
        List<ParsedEndpoint> found = List.of();
        for (ModuleRoutes module : modules) {
            for (ParsedEndpoint filter : module.filters(type)) {
                if (filter.endpoint.path.equals("*") || filter.matches(path)) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.add(filter);
                }
            }
        }
        return found;
    }

    @Override
    public void handleHttpException(Context ctx, Throwable thrown) {
        failures.answer(ctx, thrown, index);
    }

    @Override
    public void handleHttpError(int status, Context ctx) {
        if (status >= 400) {
            failures.handleStatus(ctx, status);
        }
    }
}
