package io.binnacle.forecasting.mstl;

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
 * Seasons by loess, taken out and put back as they were last, around exponential smoothing of the rest (Bandara,
 * Hyndman &amp; Bergmeir 2021). For long seasons, and for a day within a week; a series too short for its season is
 * smoothed without one.
 */
@Component
@ForecastModelId(id = "mstl")
public final class MstlModel implements ForecastModel {

    @Override
    public int minimumHistory(int seasonLength) {
        return Ets.FEWEST;
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        if (history.length() < Ets.FEWEST) {
            throw HISTORY_TOO_SHORT.because("mstl needs %d observations, got %d", Ets.FEWEST, history.length());
        }
        double[] values = history.toArray();
        Pattern pattern = Pattern.of(values, SeasonLengths.of(values.length, history.seasonLength()));
        Mixture rest = Ets.of(pattern.adjusted(values), 1).forecast(outlook.horizon());
        return Forecast.normal(pattern.restored(rest.mean()), pattern.scaled(rest.deviation()), outlook.levels());
    }
}
