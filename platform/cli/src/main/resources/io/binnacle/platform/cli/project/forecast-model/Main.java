package @id@;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import org.osgi.service.component.annotations.Component;

/** Goes on by the mean change of the past (Hyndman &amp; Athanasopoulos, FPP3, sections 5.2 and 5.5). */
@Component
@ForecastModelId(id = "@service@")
public final class @Class@ implements ForecastModel {

    /** Two changes tell how much changes differ. */
    private static final int LEAST = 3;

    @Override
    public int minimumHistory(int seasonLength) {
        return LEAST;
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        if (history.length() < LEAST) {
            throw HISTORY_TOO_SHORT.because("@service@ needs %d observations, got %d", LEAST, history.length());
        }
        int changes = history.length() - 1;
        double last = history.get(changes);
        double drift = (last - history.get(0)) / changes;
        double sigma = typicalError(history, drift);
        double[] mean = new double[outlook.horizon()];
        double[] deviation = new double[outlook.horizon()];
        for (int step = 1; step <= mean.length; step++) {
            mean[step - 1] = last + step * drift;
            deviation[step - 1] = sigma * Math.sqrt(step * (1 + (double) step / changes));
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
