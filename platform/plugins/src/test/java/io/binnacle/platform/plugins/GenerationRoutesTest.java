package io.binnacle.platform.plugins;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import java.util.List;

class GenerationRoutesTest extends RouteModuleContract {

    @Override
    protected List<RouteModule> otherModules() {
        return List.of(new BundleRoutes(null), new PluginRoutes(null, null));
    }

    @Override
    protected RouteModule module() {
        return new GenerationRoutes(null, null);
    }
}
