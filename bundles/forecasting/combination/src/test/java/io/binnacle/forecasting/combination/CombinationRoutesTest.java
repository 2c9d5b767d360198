package io.binnacle.forecasting.combination;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;

class CombinationRoutesTest extends RouteModuleContract {

    @Override
    protected RouteModule module() {
        return new CombinationRoutes(null, null, null);
    }
}
