package io.binnacle.forecasting.kernels;

import java.util.function.DoubleBinaryOperator;

/** Seasonal indices from the ratios or differences to a centred moving average (FPP3, section 3.4). */
public final class ClassicalDecomposition {

    private ClassicalDecomposition() {}

    /** Indices to multiply by, 1 on average. */
    public static double[] factors(double[] values, int seasonLength) {
        double[] indices = averages(values, seasonLength, (value, trend) -> value / trend);
        double mean = mean(indices);
        for (int phase = 0; phase < seasonLength; phase++) {
            indices[phase] /= mean;
        }
        return indices;
    }

    /** Indices to add, 0 on average. */
    public static double[] summands(double[] values, int seasonLength) {
        double[] indices = averages(values, seasonLength, (value, trend) -> value - trend);
        double mean = mean(indices);
        for (int phase = 0; phase < seasonLength; phase++) {
            indices[phase] -= mean;
        }
        return indices;
    }

    private static double[] averages(double[] values, int seasonLength, DoubleBinaryOperator detrend) {
        double[] sums = new double[seasonLength];
        int[] counts = new int[seasonLength];
        int half = seasonLength / 2;
        for (int t = half; t < values.length - half; t++) {
            sums[t % seasonLength] += detrend.applyAsDouble(values[t], centredAverage(values, t, seasonLength));
            counts[t % seasonLength]++;
        }
        for (int phase = 0; phase < seasonLength; phase++) {
            sums[phase] /= counts[phase];
        }
        return sums;
    }

    // A season of even length has no middle: the two periods half a season away count half each.
    private static double centredAverage(double[] values, int middle, int seasonLength) {
        int half = seasonLength / 2;
        double ends = values[middle - half] + values[middle + half];
        double sum = seasonLength % 2 == 0 ? ends / 2 : ends;
        for (int t = middle - half + 1; t < middle + half; t++) {
            sum += values[t];
        }
        return sum / seasonLength;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
