package io.binnacle.forecasting.api;

import java.util.List;

/**
 * Where the future will lie with a given probability.
 *
 * @param level the probability, above 0 and below 1: 0.8 for an interval from the 10 % to the 90 % quantile
 * @param lower the lower bound of each period
 * @param upper the upper bound of each period
 */
public record PredictionInterval(double level, List<Double> lower, List<Double> upper) {

    public PredictionInterval {
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
    }
}
