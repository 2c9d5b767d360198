package io.binnacle.forecasting.api;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The periods that follow a series.
 *
 * @param mean the point forecast of each period
 * @param intervals one for each level that was asked for, in that order
 * @param members the other models that the model asked and that answered; empty when it forecasts by itself
 */
public record Forecast(List<Double> mean, List<PredictionInterval> intervals, List<ModelInfo> members) {

    public Forecast {
        mean = List.copyOf(mean);
        intervals = List.copyOf(intervals);
        members = List.copyOf(members);
    }

    /** The forecast of a model that forecasts by itself. */
    public Forecast(List<Double> mean, List<PredictionInterval> intervals) {
        this(mean, intervals, List.of());
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
