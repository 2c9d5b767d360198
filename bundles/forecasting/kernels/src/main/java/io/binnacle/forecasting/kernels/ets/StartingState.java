package io.binnacle.forecasting.kernels.ets;

import io.binnacle.forecasting.kernels.ClassicalDecomposition;
import java.util.Arrays;

/**
 * A first guess at the states before the first observation: seasonal indices by classical decomposition, and
 * a line through the beginning of what is left (Hyndman et al. 2008, section 2.6.1). Running forth and back
 * from here makes the states that the fit begins with.
 */
record StartingState(double level, double slope, double[] season) {

    private static final double SMALLEST_FACTOR = 0.01;

    static StartingState of(double[] values, Form form, int seasonLength) {
        double[] season = season(values, form, seasonLength);
        double[] adjusted = new double[Math.min(Math.max(10, 2 * season.length), values.length)];
        for (int t = 0; t < adjusted.length; t++) {
            double pattern = season[t % season.length];
            adjusted[t] = form.hasFactors() ? values[t] / pattern : values[t] - pattern;
        }
        return form.hasTrend() ? line(adjusted, season) : new StartingState(mean(adjusted), 0, season);
    }

    private static double[] season(double[] values, Form form, int seasonLength) {
        switch (form.season()) {
            case ADDITIVE:
                return ClassicalDecomposition.summands(values, seasonLength);
            case MULTIPLICATIVE:
                return Arrays.stream(ClassicalDecomposition.factors(values, seasonLength))
                        .map(factor -> Math.max(SMALLEST_FACTOR, factor))
                        .toArray();
            default:
                return new double[1];
        }
    }

    private static StartingState line(double[] adjusted, double[] season) {
        double meanValue = mean(adjusted);
        double meanTime = (adjusted.length + 1) / 2.0;
        double product = 0;
        double square = 0;
        for (int t = 0; t < adjusted.length; t++) {
            double time = t + 1 - meanTime;
            product += time * (adjusted[t] - meanValue);
            square += time * time;
        }
        double slope = product / square;
        return new StartingState(meanValue - slope * meanTime, slope, season);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
