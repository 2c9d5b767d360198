package io.binnacle.forecasting.ets;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.kernels.Mixture;
import io.binnacle.forecasting.kernels.ets.Ets;
import org.osgi.service.component.annotations.Component;

/**
 * Exponential smoothing in all its forms (Hyndman, Koehler, Ord &amp; Snyder 2008), weighted rather than
 * selected.
 */
@Component
@ForecastModelId(id = "ets", preference = 300)
public final class EtsModel implements ForecastModel {

    @Override
    public int minimumHistory(int seasonLength) {
        return Ets.FEWEST;
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        if (history.length() < Ets.FEWEST) {
            throw HISTORY_TOO_SHORT.because("ets needs %d observations, got %d", Ets.FEWEST, history.length());
        }
        Mixture mixture = Ets.of(history.toArray(), history.seasonLength()).forecast(outlook.horizon());
        return Forecast.normal(mixture.mean(), mixture.deviation(), outlook.levels());
    }
}
