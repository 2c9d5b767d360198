package io.binnacle.platform.gateway;

import io.binnacle.platform.api.security.Role;
import io.javalin.config.RouterConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.EndpointMetadata;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsExceptionHandler;
import io.javalin.websocket.WsHandlerType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What one module declares, each handler guarded. It is declared once and serves in every table that the
 * module is part of. Whatever a module says for "all" paths or exceptions holds for its own routes alone.
 */
final class ModuleRoutes implements JavalinDefaultRoutingApi {

    private static final RouterConfig ROUTER = new RouterConfig();

    private final BundleDescription bundle;
    private final Admission admission;
    private final Lease lease = new Lease();
    private final List<ParsedEndpoint> routes = new ArrayList<>();
    private final Map<HandlerType, List<ParsedEndpoint>> filters = new HashMap<>();
    private final Map<Class<?>, ExceptionHandler<? super Exception>> exceptions = new HashMap<>();
    private final List<StatusHandler> statuses = new ArrayList<>();
    private final List<SocketRoute> sockets = new ArrayList<>();

    private record StatusHandler(int status, String contentType, Handler handler) {}

    /** A web socket route as it is declared to each table. */
    record SocketRoute(WsHandlerType type, String path, Consumer<WsConfig> config, Set<RouteRole> roles) {}

    private ModuleRoutes(BundleDescription bundle, Admission admission) {
        this.bundle = bundle;
        this.admission = admission;
    }

    /** Asks {@code offer} for its routes; whatever it throws means that it cannot be served. */
    static ModuleRoutes declare(Offer offer, Admission admission) {
        ModuleRoutes declared = new ModuleRoutes(offer.bundle(), admission);
        offer.module().routes(declared);
        return declared;
    }

    @Override
    public ModuleRoutes addEndpoint(Endpoint endpoint) {
        if (endpoint.method.isHttpMethod()) {
            Guard guard = guard(endpoint);
            routes.add(parsed(endpoint.method, endpoint.path, guard, Set.of(new Roles(Set.of(guard.role())))));
        } else {
            filter(endpoint);
        }
        return this;
    }

    @Override
    @SuppressWarnings("unchecked") // looked up by the class of what was thrown, so it fits
    public <X extends Exception> ModuleRoutes exception(Class<X> type, ExceptionHandler<? super X> handler) {
        exceptions.put(type, (ExceptionHandler<? super Exception>) handler);
        return this;
    }

    @Override
    public ModuleRoutes error(int status, String contentType, Handler handler) {
        statuses.add(new StatusHandler(status, contentType, handler));
        return this;
    }

    @Override
    public <X extends Exception> ModuleRoutes wsException(Class<X> type, WsExceptionHandler<? super X> handler) {
        throw new IllegalArgumentException(
                "wsException would catch the exceptions of other modules; catch them in the web socket's handlers");
    }

    @Override
    public ModuleRoutes addWsHandler(WsHandlerType type, String path, Consumer<WsConfig> ws, RouteRole... roles) {
        if (type != WsHandlerType.WEBSOCKET) {
            throw new IllegalArgumentException("wsBefore and wsAfter would see other modules' web sockets: " + path);
        }
        Role role = role("WEBSOCKET " + path, Set.of(roles));
        sockets.add(new SocketRoute(WsHandlerType.WEBSOCKET_BEFORE, path, this::track, Set.of()));
        sockets.add(new SocketRoute(type, path, ws, Set.of(role)));
        Handler check = ctx -> admission.check(ctx, role);
        add(HandlerType.WEBSOCKET_BEFORE_UPGRADE, path, check);
        return this;
    }

    BundleDescription bundle() {
        return bundle;
    }

    Lease lease() {
        return lease;
    }

    List<ParsedEndpoint> routes() {
        return routes;
    }

    List<ParsedEndpoint> filters(HandlerType type) {
        return filters.getOrDefault(type, List.of());
    }

    List<SocketRoute> sockets() {
        return sockets;
    }

    /** The module's own handler for what was thrown: the one for the nearest class. */
    Optional<ExceptionHandler<? super Exception>> handlerOf(Exception thrown) {
        for (Class<?> type = thrown.getClass(); type != Object.class; type = type.getSuperclass()) {
            if (exceptions.containsKey(type)) {
                return Optional.of(exceptions.get(type));
            }
        }
        return Optional.empty();
    }

    void handleStatus(int status, Context ctx) throws Exception {
        for (StatusHandler each : statuses) {
            if (each.status == status && accepts(ctx, each.contentType)) {
                each.handler.handle(ctx);
            }
        }
    }

    private static boolean accepts(Context ctx, String contentType) {
        String accept = ctx.header("Accept");
        return contentType.equals("*") || (accept != null && accept.contains(contentType));
    }

    private Guard guard(Endpoint endpoint) {
        Roles roles = endpoint.metadata(Roles.class);
        String method = endpoint.method.name();
        Role role = role(method + " " + endpoint.path, roles == null ? Set.of() : roles.getRoles());
        MediaTypes reads = new MediaTypes(() -> bundle.mediaTypes(method, endpoint.path));
        return new Guard(this, role, admission, reads, endpoint.handler);
    }

    private static Role role(String route, Collection<RouteRole> roles) {
        if (roles.size() != 1 || !(roles.iterator().next() instanceof Role role)) {
            throw new IllegalArgumentException(
                    route + " must name exactly one Role, the least one that a caller needs, not " + roles);
        }
        return role;
    }

    /** Filters run for matched routes of this module alone, after the caller was let in. */
    private void filter(Endpoint endpoint) {
        HandlerType type = endpoint.method;
        boolean before = type == HandlerType.BEFORE || type == HandlerType.BEFORE_MATCHED;
        boolean after = type == HandlerType.AFTER || type == HandlerType.AFTER_MATCHED;
        if (!before && !after) {
            throw new IllegalArgumentException(type + " handlers would see other modules' requests: " + endpoint.path);
        }
        Handler own = before ? ctx -> before(ctx, endpoint.handler) : ctx -> after(ctx, endpoint.handler);
        add(before ? HandlerType.BEFORE_MATCHED : HandlerType.AFTER_MATCHED, endpoint.path, own);
    }

    private void before(Context ctx, Handler handler) throws Exception {
        Endpoint matched = ctx.endpoints().matchedHttpEndpoint();
        if (matched != null && matched.handler instanceof Guard guard && guard.module() == this) {
            guard.admit(ctx);
            handler.handle(ctx);
        }
    }

    private void after(Context ctx, Handler handler) throws Exception {
        if (ctx.req().getAttribute(Lease.KEY) == lease) {
            handler.handle(ctx);
        }
    }

    private void track(WsConfig ws) {
        ws.onConnect(lease::opened);
        ws.onClose(lease::ended);
    }

    private void add(HandlerType type, String path, Handler handler) {
        filters.computeIfAbsent(type, unused -> new ArrayList<>()).add(parsed(type, path, handler, Set.of()));
    }

    private static ParsedEndpoint parsed(HandlerType type, String path, Handler handler, Set<EndpointMetadata> about) {
        return new ParsedEndpoint(new Endpoint(type, path, handler, about), ROUTER);
    }
}
