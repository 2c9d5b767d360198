package io.binnacle.planning.core;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import java.util.List;

class PlanRoutesTest extends RouteModuleContract {

    @Override
    protected RouteModule module() {
        return new PlanRoutes(null, null, null);
    }

    @Override
    protected List<RouteModule> otherModules() {
        return List.of(new StakeholderRoutes(null));
    }
}
