package io.binnacle.forecasting.api;

import java.util.List;
import java.util.stream.DoubleStream;

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

    /**
     * A forecast whose errors are normally distributed around the mean.
     *
     * @param deviation the standard deviation of each period's error
     */
    public static Forecast normal(double[] mean, double[] deviation, List<Double> levels) {
        List<PredictionInterval> intervals = levels.stream()
                .map(level -> PredictionInterval.normal(level, mean, deviation))
                .toList();
        return new Forecast(DoubleStream.of(mean).boxed().toList(), intervals);
    }
}
