package io.binnacle.platform.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsExceptionHandler;
import io.javalin.websocket.WsHandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RouteModule} promises. Extend it in the bundle of the module; the bundle's
 * {@code openapi.json} is read from its own class path.
 */
public abstract class RouteModuleContract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");

    /** The module under test. */
    protected abstract RouteModule module();

    /** The other modules of the same bundle, which share its {@code openapi.json}. */
    protected List<RouteModule> otherModules() {
        return List.of();
    }

    @Test
    void declares_the_same_routes_whenever_it_is_asked() {
        RouteModule module = module();

        assertThat(operations(declared(module))).isEqualTo(operations(declared(module)));
    }

    @Test
    void names_exactly_one_role_for_every_route() {
        assertThat(declared(module())).allSatisfy(route -> {
            Roles roles = route.metadata(Roles.class);
            assertThat(roles == null ? Set.<RouteRole>of() : roles.getRoles())
                    .as("roles of %s %s", route.method, route.path)
                    .hasSize(1)
                    .allMatch(Role.class::isInstance);
        });
    }

    @Test
    void stays_below_the_api_or_the_console() {
        assertThat(declared(module()))
                .allSatisfy(route -> assertThat(route.path).matches("/|/livez|/readyz|/api/v1/.+|/console(/.*)?"));
    }

    @Test
    void describes_every_route_it_serves() {
        assertThat(described().keySet()).containsAll(operations(declared(module())));
    }

    @Test
    void serves_every_route_that_the_bundle_describes() {
        List<Endpoint> served = Stream.concat(Stream.of(module()), otherModules().stream())
                .flatMap(module -> declared(module).stream())
                .toList();

        assertThat(operations(served)).containsAll(described().keySet());
    }

    @Test
    void says_in_a_summary_what_each_route_is_for() {
        assertThat(described())
                .allSatisfy((route, operation) ->
                        assertThat(operation.path("summary").asText()).isNotBlank());
    }

    @Test
    void describes_the_role_that_each_route_asks_for() {
        Map<String, JsonNode> described = described();

        assertThat(declared(module())).allSatisfy(route -> {
            JsonNode operation = described.get(operation(route));
            assertThat(operation)
                    .as("description of %s %s", route.method, route.path)
                    .isNotNull();
            assertThat(operation.path("x-role").asText())
                    .as("x-role of %s %s", route.method, route.path)
                    .isEqualTo(role(route));
        });
    }

    private static String role(Endpoint route) {
        Roles roles = route.metadata(Roles.class);
        return roles == null
                ? "none"
                : String.valueOf(roles.getRoles().iterator().next());
    }

    private static List<Endpoint> declared(RouteModule module) {
        Recorder recorder = new Recorder();
        module.routes(recorder);
        return recorder.routes;
    }

    private static List<String> operations(List<Endpoint> routes) {
        return routes.stream().map(RouteModuleContract::operation).toList();
    }

    private static String operation(Endpoint route) {
        return operation(route.method.name(), route.path);
    }

    /** Parameters count by their position, not by their name. A wildcard counts as one. */
    private static String operation(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^}]*\\}|<[^>]*>|\\*", "{}");
    }

    private Map<String, JsonNode> described() {
        Map<String, JsonNode> operations = new TreeMap<>();
        fragment()
                .path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        operations.put(operation(method, path), operation);
                    }
                }));
        return operations;
    }

    private JsonNode fragment() {
        try (InputStream in = getClass().getResourceAsStream("/openapi.json")) {
            assertThat(in).as("openapi.json at the root of the bundle").isNotNull();
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError("openapi.json is no JSON", e);
        }
    }

    private static final class Recorder implements JavalinDefaultRoutingApi {

        private final List<Endpoint> routes = new ArrayList<>();

        @Override
        public Recorder addEndpoint(Endpoint endpoint) {
            if (endpoint.method.isHttpMethod()) {
                routes.add(endpoint);
            }
            return this;
        }

        @Override
        public <X extends Exception> Recorder exception(Class<X> type, ExceptionHandler<? super X> handler) {
            return this;
        }

        @Override
        public Recorder error(int status, String contentType, Handler handler) {
            return this;
        }

        @Override
        public <X extends Exception> Recorder wsException(Class<X> type, WsExceptionHandler<? super X> handler) {
            return this;
        }

        @Override
        public Recorder addWsHandler(WsHandlerType type, String path, Consumer<WsConfig> ws, RouteRole... roles) {
            return this;
        }
    }
}
