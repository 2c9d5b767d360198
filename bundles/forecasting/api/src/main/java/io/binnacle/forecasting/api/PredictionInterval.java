package io.binnacle.forecasting.api;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Where the future will lie with a given probability.
 *
 * @param level the probability, above 0 and below 1: 0.8 for an interval from the 10 % to the 90 % quantile
 * @param lower the lower bound of each period
 * @param upper the upper bound of each period
 */
public record PredictionInterval(double level, List<Double> lower, List<Double> upper) {

    private static final NormalDistribution STANDARD_NORMAL = NormalDistribution.of(0, 1);

    public PredictionInterval {
        lower = List.copyOf(lower);
        upper = List.copyOf(upper);
    }

    /**
     * The interval of a normal distribution around the mean.
     *
     * @param deviation the standard deviation of each period
     */
    public static PredictionInterval normal(double level, double[] mean, double[] deviation) {
        double width = STANDARD_NORMAL.inverseCumulativeProbability((1 + level) / 2);
        return new PredictionInterval(level, shifted(mean, deviation, -width), shifted(mean, deviation, width));
    }

    private static List<Double> shifted(double[] mean, double[] deviation, double by) {
        return IntStream.range(0, mean.length)
                .mapToObj(period -> mean[period] + by * deviation[period])
                .toList();
    }
}
