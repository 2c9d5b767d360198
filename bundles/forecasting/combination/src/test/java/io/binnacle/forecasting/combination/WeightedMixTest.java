package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.platform.testkit.contract.ForecastModelContract;
import java.util.Map;

class WeightedMixTest extends ForecastModelContract {

    @Override
    protected ForecastModel model() {
        return new Mix("mine", MembersByHand::real, Weighing.given(Map.of("ets", 0.5, "theta", 0.3, "last", 0.2)));
    }
}
