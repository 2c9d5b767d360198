package io.binnacle.forecasting.kernels.robust;

import java.util.Arrays;

/**
 * A smoother that half of its window may not mislead: at each time the line of repeated medians through the nearest
 * observations (Siegel 1982; as a filter of series, Davies, Fried &amp; Gather 2004).
 *
 * @param window how many observations count, at least 2
 */
public record RepeatedMedian(int window) {

    /** The line of each time, at that time. */
    public double[] smooth(double[] values) {
        int width = Math.min(window, values.length);
        double[] smooth = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            int left = Math.max(0, Math.min(t - width / 2, values.length - width));
            smooth[t] = line(Arrays.copyOfRange(values, left, left + width), t - left);
        }
        return smooth;
    }

    private static double line(double[] values, int at) {
        double slope = slope(values);
        double[] levels = new double[values.length];
        Arrays.setAll(levels, i -> values[i] - slope * (i - at));
        return median(levels);
    }

    private static double slope(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double[] slopes = new double[values.length];
        Arrays.setAll(slopes, i -> slopeFrom(i, values));
        return median(slopes);
    }

    private static double slopeFrom(int i, double[] values) {
        double[] slopes = new double[values.length - 1];
        Arrays.setAll(slopes, k -> {
            int j = k < i ? k : k + 1;
            return (values[j] - values[i]) / (j - i);
        });
        return median(slopes);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : values[middle - 1] / 2 + values[middle] / 2;
    }
}
