package io.binnacle.forecasting.onnx;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.platform.testkit.contract.ForecastModelContract;

/** A net without quantiles. */
class PlainOnnxModelTest extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return TestNets.model(OnnxFile.of(3).output("mean", 0.1f, TestNets.LAST), TestNets.descriptor(Scaling.MEAN));
    }
}
