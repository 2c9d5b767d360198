package io.binnacle.forecasting.theta;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import org.osgi.service.component.annotations.Component;

/**
 * The dynamic optimised theta model (Fiorucci, Pellegrini, Louzada, Petropoulos &amp; Koehler 2016) after the
 * theta method of Assimakopoulos &amp; Nikolopoulos (2000).
 */
@Component
@ForecastModelId(id = "theta", preference = 200)
public final class ThetaModel implements ForecastModel {

    @Override
    public int minimumHistory(int seasonLength) {
        return Theta.FEWEST;
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        Theta theta = see(history);
        return Forecast.normal(theta.mean(outlook.horizon()), theta.deviation(outlook.horizon()), outlook.levels());
    }

    static Theta see(TimeSeries history) {
        if (history.length() < Theta.FEWEST) {
            throw HISTORY_TOO_SHORT.because("theta needs %d observations, got %d", Theta.FEWEST, history.length());
        }
        return Theta.of(history.toArray(), history.seasonLength());
    }
}
