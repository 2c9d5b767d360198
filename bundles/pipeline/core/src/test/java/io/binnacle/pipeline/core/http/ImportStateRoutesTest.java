package io.binnacle.pipeline.core.http;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import java.util.List;

class ImportStateRoutesTest extends RouteModuleContract {

    @Override
    protected RouteModule module() {
        return Modules.IMPORT_STATE;
    }

    @Override
    protected List<RouteModule> otherModules() {
        return Modules.ALL;
    }
}
