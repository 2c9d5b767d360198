package io.binnacle.forecasting.api;

import java.util.List;

/**
 * The periods that follow a series.
 *
 * @param mean the point forecast of each period
 * @param intervals one for each level that was asked for, in that order
 */
public record Forecast(List<Double> mean, List<PredictionInterval> intervals) {

    public Forecast {
        mean = List.copyOf(mean);
        intervals = List.copyOf(intervals);
    }
}
