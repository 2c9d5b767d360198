package io.binnacle.forecasting.arima;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import org.osgi.service.component.annotations.Component;

/** Autoregressive integrated moving averages with orders found stepwise (Hyndman &amp; Khandakar 2008). */
@Component
@ForecastModelId(id = "arima", preference = 150)
public final class ArimaModel implements ForecastModel {

    @Override
    public int minimumHistory(int seasonLength) {
        return Arima.FEWEST;
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        if (history.length() < Arima.FEWEST) {
            throw HISTORY_TOO_SHORT.because("arima needs %d observations, got %d", Arima.FEWEST, history.length());
        }
        Arima arima = Arima.of(history.toArray(), history.seasonLength());
        return Forecast.normal(arima.mean(outlook.horizon()), arima.deviation(outlook.horizon()), outlook.levels());
    }
}
