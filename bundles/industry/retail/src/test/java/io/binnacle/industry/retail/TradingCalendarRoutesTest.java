package io.binnacle.industry.retail;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;

class TradingCalendarRoutesTest extends RouteModuleContract {

    @Override
    protected RouteModule module() {
        return new TradingCalendarRoutes(null);
    }
}
