package io.binnacle.forecasting.core.evaluation;

import io.binnacle.forecasting.api.Outlook;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What every model is asked for, so that it can be judged: the interval whose width and coverage count, and five
 * more, whose ten bounds are quantiles at evenly spread probabilities, from which the CRPS is reckoned.
 *
 * @param level of the interval to judge, above 0 and below 1
 */
record Yardstick(double level) {

    private static final List<Double> SPREAD = List.of(0.1, 0.3, 0.5, 0.7, 0.9);
    private static final double[] PROBABILITIES =
            DoubleStream.iterate(0.05, p -> p + 0.1).limit(10).toArray();
    private static final long SEED = 42;

    Outlook outlook(int horizon) {
        List<Double> levels = DoubleStream.concat(
                        SPREAD.stream().mapToDouble(Double::doubleValue), DoubleStream.of(level))
                .distinct()
                .sorted()
                .boxed()
                .toList();
        return new Outlook(horizon, levels, SEED);
    }

    /** The levels whose bounds are {@link #probabilities}, the narrowest first. */
    List<Double> spread() {
        return SPREAD;
    }

    /** The middles of ten equal shares, ascending. */
    double[] probabilities() {
        return PROBABILITIES;
    }
}
