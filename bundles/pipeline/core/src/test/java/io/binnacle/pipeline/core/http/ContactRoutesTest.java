package io.binnacle.pipeline.core.http;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import java.util.List;

class ContactRoutesTest extends RouteModuleContract {

    @Override
    protected RouteModule module() {
        return Modules.CONTACT;
    }

    @Override
    protected List<RouteModule> otherModules() {
        return Modules.ALL;
    }
}
