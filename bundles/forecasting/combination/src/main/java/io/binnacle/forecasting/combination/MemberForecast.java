package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ModelInfo;

/** What one member answered. */
record MemberForecast(ModelInfo info, Forecast forecast) {}
