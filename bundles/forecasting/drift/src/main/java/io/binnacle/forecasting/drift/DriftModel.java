package io.binnacle.forecasting.drift;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import org.osgi.service.component.annotations.Component;

/** Goes on along the line from the first to the last observation: a random walk with drift (FPP3, sections 5.2 and 5.5). */
@Component
@ForecastModelId(id = "drift")
public final class DriftModel implements ForecastModel {

    private static final int FEWEST = 3;

    @Override
    public int minimumHistory(int seasonLength) {
        return FEWEST;
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        if (history.length() < FEWEST) {
            throw HISTORY_TOO_SHORT.because("drift needs %d observations, got %d", FEWEST, history.length());
        }
        int steps = history.length() - 1;
        double last = history.get(steps);
        double drift = (last - history.get(0)) / steps;
        double sigma = typicalError(history, drift);
        double[] mean = new double[outlook.horizon()];
        double[] deviation = new double[outlook.horizon()];
        for (int step = 0; step < mean.length; step++) {
            int ahead = step + 1;
            mean[step] = last + ahead * drift;
            // The second part is what is not known about the drift.
            deviation[step] = sigma * Math.sqrt(ahead * (1 + ahead / (double) steps));
        }
        return Forecast.normal(mean, deviation, outlook.levels());
    }

    private static double typicalError(TimeSeries history, double drift) {
        double squares = 0;
        for (int t = 1; t < history.length(); t++) {
            double error = history.get(t) - history.get(t - 1) - drift;
            squares += error * error;
        }
        return Math.sqrt(squares / (history.length() - 2));
    }
}
