package io.binnacle.platform.gateway;

import io.javalin.http.HandlerType;
import io.javalin.router.ParsedEndpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the route of a request. A route without parameters wins over one with; among those with parameters
 * the one with more fixed text wins, so that {@code /plans/{id}:restore} comes before {@code /plans/{id}}.
 * Only those whose fixed beginning fits are looked at closely.
 */
final class RouteIndex {

    private final Map<HandlerType, Map<String, ParsedEndpoint>> fixed = new HashMap<>();
    private final Map<HandlerType, List<Parameterised>> open = new HashMap<>();

    private record Parameterised(String beginning, ParsedEndpoint route) {

        int fixedText() {
            return RoutePath.withoutNames(route.endpoint.path).length();
        }

        boolean matches(String path) {
            return path.startsWith(beginning) && route.matches(path);
        }
    }

    RouteIndex(List<ModuleRoutes> modules) {
        modules.forEach(module -> module.routes().forEach(this::add));
        open.values()
                .forEach(routes -> routes.sort(
                        Comparator.comparingInt(Parameterised::fixedText).reversed()));
    }

    Optional<ParsedEndpoint> find(HandlerType method, String path) {
        ParsedEndpoint exact = exact(method, path);
        if (exact != null) {
            return Optional.of(exact);
        }
        for (Parameterised each : open.getOrDefault(method, List.of())) {
            if (each.matches(path)) {
                return Optional.of(each.route);
            }
        }
        return Optional.empty();
    }

    /** The methods that {@code path} takes, in alphabetical order. */
    Set<String> methods(String path) {
        Set<String> names = new TreeSet<>();
        for (HandlerType method : HandlerType.commonHttp()) {
            if (find(method, path).isPresent()) {
                names.add(method.name());
            }
        }
        if (names.contains("GET")) {
            names.add("HEAD");
        }
        return names;
    }

    /** The same for all routes that the same requests would match: names of parameters do not count. */
    static String signature(ParsedEndpoint route) {
        return route.endpoint.method + " " + RoutePath.withoutNames(route.endpoint.path);
    }

    private ParsedEndpoint exact(HandlerType method, String path) {
        Map<String, ParsedEndpoint> routes = fixed.get(method);
        return routes == null ? null : routes.get(RoutePath.withoutTrailingSlash(path));
    }

    private void add(ParsedEndpoint route) {
        HandlerType method = route.endpoint.method;
        String path = route.endpoint.path;
        int parameter = RoutePath.firstParameter(path);
        if (parameter < 0) {
            fixed.computeIfAbsent(method, unused -> new HashMap<>()).put(RoutePath.withoutTrailingSlash(path), route);
        } else {
            String beginning = path.substring(0, parameter);
            open.computeIfAbsent(method, unused -> new ArrayList<>()).add(new Parameterised(beginning, route));
        }
    }
}
