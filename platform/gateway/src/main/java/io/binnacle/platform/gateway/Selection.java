package io.binnacle.platform.gateway;

import io.javalin.router.ParsedEndpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the modules that are served together; one that claims what another has is left out alone. */
final class Selection {

    private final List<ModuleRoutes> chosen = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Map<String, ModuleRoutes> owners = new HashMap<>();

    /** Takes the module unless it clashes with those before. */
    void take(ModuleRoutes module) {
        Map<String, ModuleRoutes> claimed = new HashMap<>();
        for (ParsedEndpoint route : module.routes()) {
            String signature = RouteIndex.signature(route);
            ModuleRoutes owner = owners.getOrDefault(signature, claimed.get(signature));
            if (owner != null) {
                refused.add(new Refused(module.bundle(), clash(route, owner), Optional.of(owner.bundle())));
                return;
            }
            claimed.put(signature, module);
        }
        owners.putAll(claimed);
        chosen.add(module);
    }

    void refuse(BundleDescription bundle, String reason) {
        refused.add(new Refused(bundle, reason, Optional.empty()));
    }

    List<ModuleRoutes> chosen() {
        return List.copyOf(chosen);
    }

    List<Refused> refused() {
        return List.copyOf(refused);
    }

    private static String clash(ParsedEndpoint route, ModuleRoutes owner) {
        return route.endpoint.method + " " + route.endpoint.path + " is already served by "
                + owner.bundle().name();
    }
}
