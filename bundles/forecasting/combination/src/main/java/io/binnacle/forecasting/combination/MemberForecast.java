package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ModelInfo;

/** What one member answered. */
record MemberForecast(Member member, Forecast forecast) {

    ModelInfo info() {
        return member.info();
    }
}
