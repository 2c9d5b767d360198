package io.binnacle.forecasting.naive;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import org.osgi.service.component.annotations.Component;

/** Repeats the last observation (Hyndman &amp; Athanasopoulos, FPP3, sections 5.2 and 5.5): the least that any other model must beat. */
@Component
@ForecastModelId(id = "naive", preference = 50)
public final class NaiveModel implements ForecastModel {

    private static final int FEWEST = 2;

    @Override
    public int minimumHistory(int seasonLength) {
        return FEWEST;
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        if (history.length() < FEWEST) {
            throw HISTORY_TOO_SHORT.because("naive needs %d observations, got %d", FEWEST, history.length());
        }
        double last = history.get(history.length() - 1);
        double sigma = typicalStep(history);
        double[] mean = new double[outlook.horizon()];
        double[] deviation = new double[outlook.horizon()];
        for (int step = 0; step < mean.length; step++) {
            mean[step] = last;
            deviation[step] = sigma * Math.sqrt(step + 1);
        }
        return Forecast.normal(mean, deviation, outlook.levels());
    }

    private static double typicalStep(TimeSeries history) {
        double squares = 0;
        for (int t = 1; t < history.length(); t++) {
            double error = history.get(t) - history.get(t - 1);
            squares += error * error;
        }
        return Math.sqrt(squares / (history.length() - 1));
    }
}
