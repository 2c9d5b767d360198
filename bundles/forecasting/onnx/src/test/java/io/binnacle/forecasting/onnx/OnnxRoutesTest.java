package io.binnacle.forecasting.onnx;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;

class OnnxRoutesTest extends RouteModuleContract {

    @Override
    protected RouteModule module() {
        return new OnnxRoutes(null, null, null);
    }
}
