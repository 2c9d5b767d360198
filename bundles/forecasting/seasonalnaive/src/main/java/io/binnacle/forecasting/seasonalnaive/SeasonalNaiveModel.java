package io.binnacle.forecasting.seasonalnaive;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import org.osgi.service.component.annotations.Component;

/** Repeats the last observed season (Hyndman &amp; Athanasopoulos, FPP3, sections 5.2 and 5.5). */
@Component
@ForecastModelId(id = "seasonal-naive", preference = 100)
public final class SeasonalNaiveModel implements ForecastModel {

    // A season to repeat, and one observation more to see how well repeating would have done.
    @Override
    public int minimumHistory(int seasonLength) {
        return seasonLength + 1;
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        int season = history.seasonLength();
        if (history.length() < minimumHistory(season)) {
            throw HISTORY_TOO_SHORT.because(
                    "seasonal-naive needs %d observations for seasons of %d, got %d",
                    minimumHistory(season), season, history.length());
        }
        int lastSeason = history.length() - season;
        double sigma = typicalError(history, season);
        double[] mean = new double[outlook.horizon()];
        double[] deviation = new double[outlook.horizon()];
        for (int step = 0; step < mean.length; step++) {
            mean[step] = history.get(lastSeason + step % season);
            deviation[step] = sigma * Math.sqrt(step / season + 1);
        }
        return Forecast.normal(mean, deviation, outlook.levels());
    }

    private static double typicalError(TimeSeries history, int season) {
        double squares = 0;
        for (int t = season; t < history.length(); t++) {
            double error = history.get(t) - history.get(t - season);
            squares += error * error;
        }
        return Math.sqrt(squares / (history.length() - season));
    }
}
