package io.binnacle.industry.core;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;

class IndustryRoutesTest extends RouteModuleContract {

    @Override
    protected RouteModule module() {
        return new IndustryRoutes(null);
    }
}
