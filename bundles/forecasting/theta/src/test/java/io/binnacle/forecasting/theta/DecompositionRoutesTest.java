package io.binnacle.forecasting.theta;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;

class DecompositionRoutesTest extends RouteModuleContract {

    @Override
    protected RouteModule module() {
        return new DecompositionRoutes();
    }
}
