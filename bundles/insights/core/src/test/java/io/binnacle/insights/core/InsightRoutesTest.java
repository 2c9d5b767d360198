package io.binnacle.insights.core;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;

class InsightRoutesTest extends RouteModuleContract {

    @Override
    protected RouteModule module() {
        return new InsightRoutes(null);
    }
}
