package io.binnacle.platform.plugins;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import java.util.List;

class PluginRoutesTest extends RouteModuleContract {

    @Override
    protected List<RouteModule> otherModules() {
        return List.of(new BundleRoutes(null), new GenerationRoutes(null, null));
    }

    @Override
    protected RouteModule module() {
        return new PluginRoutes(null, null);
    }
}
