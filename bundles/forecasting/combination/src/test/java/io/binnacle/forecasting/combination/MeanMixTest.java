package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.platform.testkit.contract.ForecastModelContract;

class MeanMixTest extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new Mix("mine", MembersByHand::real, Weighing.MEAN);
    }
}
