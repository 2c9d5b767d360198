package io.binnacle.forecasting.intermittent;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.api.TimeSeries;
import java.util.Collections;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/**
 * Demand that comes now and then: Croston's method as corrected by Syntetos and Boylan, that of Teunter,
 * Syntetos and Babai, or aggregation, whichever followed the series best. It forecasts the mean of a period, the
 * same for all. Intervals are quantiles of past errors; where nothing was below zero, no bound is.
 */
@Component
@ForecastModelId(id = "intermittent")
public final class IntermittentModel implements ForecastModel {

    private static final int FEWEST = 4;

    @Override
    public int minimumHistory(int seasonLength) {
        return FEWEST;
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        if (history.length() < FEWEST) {
            throw HISTORY_TOO_SHORT.because("intermittent needs %d observations, got %d", FEWEST, history.length());
        }
        double[] values = history.toArray();
        Demand demand = Demand.of(values);
        double least = least(values);
        List<PredictionInterval> intervals = outlook.levels().stream()
                .map(level -> new PredictionInterval(
                        level,
                        repeated(Math.max(least, demand.quantile((1 - level) / 2)), outlook),
                        repeated(Math.max(least, demand.quantile((1 + level) / 2)), outlook)))
                .toList();
        return new Forecast(repeated(demand.rate(), outlook), intervals);
    }

    private static double least(double[] values) {
        for (double value : values) {
            if (value < 0) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return 0;
    }

    private static List<Double> repeated(double value, Outlook outlook) {
        return Collections.nCopies(outlook.horizon(), value);
    }
}
