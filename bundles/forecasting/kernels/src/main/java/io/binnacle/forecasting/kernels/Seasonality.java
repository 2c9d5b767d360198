package io.binnacle.forecasting.kernels;

import java.util.Arrays;
import java.util.Locale;

/**
 * The repeating pattern of a series by classical decomposition.
 *
 * @param indices one for each period of a season, from the first observation on
 */
public record Seasonality(Kind kind, double[] indices) {

    /** How the pattern meets the rest of the series. */
    public enum Kind {
        NONE,
        ADDITIVE,
        MULTIPLICATIVE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    // Dividing by less would blow a small error up to nonsense.
    private static final double SMALLEST_FACTOR = 0.01;

    /** The pattern that {@code values} show, if the seasonal test finds one. */
    public static Seasonality of(double[] values, int seasonLength) {
        if (!SeasonalTest.passes(values, seasonLength)) {
            return new Seasonality(Kind.NONE, new double[0]);
        }
        if (Arrays.stream(values).allMatch(value -> value > 0)) {
            double[] factors = ClassicalDecomposition.factors(values, seasonLength);
            if (Arrays.stream(factors).allMatch(factor -> factor >= SMALLEST_FACTOR)) {
                return new Seasonality(Kind.MULTIPLICATIVE, factors);
            }
        }
        return new Seasonality(Kind.ADDITIVE, ClassicalDecomposition.summands(values, seasonLength));
    }

    public double[] removeFrom(double[] values) {
        double[] adjusted = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            adjusted[t] = (values[t] - summand(t)) / factor(t);
        }
        return adjusted;
    }

    /** The value at {@code time}, counted from the first observation, with the pattern put back. */
    public double restore(double value, int time) {
        return value * factor(time) + summand(time);
    }

    /** What a difference at {@code time} is multiplied by when the pattern is put back. */
    public double factor(int time) {
        return kind == Kind.MULTIPLICATIVE ? indices[time % indices.length] : 1;
    }

    private double summand(int time) {
        return kind == Kind.ADDITIVE ? indices[time % indices.length] : 0;
    }
}
