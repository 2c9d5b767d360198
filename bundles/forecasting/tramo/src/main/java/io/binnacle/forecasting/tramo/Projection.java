package io.binnacle.forecasting.tramo;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.PredictionInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The periods that follow, on the scale on which their errors are normally distributed.
 *
 * @param logarithmic whether that is the scale of logarithms
 */
record Projection(double[] mean, double[] deviation, boolean logarithmic) {

    /** Far above rounding, for values below 2. */
    private static final double NOTHING = 1e-12;

    /**
     * Goes on along a series whose changes repeat exactly, season by season: a constant, a line, a pattern on either.
     * That is the airline model without errors, and where nothing is left to explain, likelihoods do not exist.
     */
    static Optional<Projection> withoutErrors(double[] values, int season, int horizon) {
        for (int t = season + 1; t < values.length; t++) {
            if (Math.abs(values[t] - repeated(values, t, season)) > NOTHING) {
                return Optional.empty();
            }
        }
        double[] continued = Arrays.copyOf(values, values.length + horizon);
        for (int t = values.length; t < continued.length; t++) {
            continued[t] = repeated(continued, t, season);
        }
        double[] mean = Arrays.copyOfRange(continued, values.length, continued.length);
        return Optional.of(new Projection(mean, new double[horizon], false));
    }

    private static double repeated(double[] values, int t, int season) {
        return values[t - season] + (values[t - 1] - values[t - season - 1]);
    }

    boolean isFinite() {
        return Arrays.stream(mean).allMatch(Double::isFinite)
                && Arrays.stream(deviation).allMatch(Double::isFinite);
    }

    /** @param factor what the series has been multiplied by */
    Forecast forecast(List<Double> levels, double factor) {
        Forecast normal = Forecast.normal(mean, deviation, levels);
        DoubleUnaryOperator back =
                logarithmic ? value -> Math.min(Math.exp(value) / factor, Double.MAX_VALUE) : value -> value / factor;
        List<PredictionInterval> intervals = normal.intervals().stream()
                .map(interval -> new PredictionInterval(
                        interval.level(), each(interval.lower(), back), each(interval.upper(), back)))
                .toList();
        return new Forecast(each(normal.mean(), back), intervals);
    }

    private static List<Double> each(List<Double> values, DoubleUnaryOperator change) {
        return values.stream().map(change::applyAsDouble).toList();
    }
}
