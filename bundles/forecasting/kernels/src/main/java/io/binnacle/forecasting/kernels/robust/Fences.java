package io.binnacle.forecasting.kernels.robust;

import java.util.Arrays;

/**
 * Where remainders lie that are no outliers: from three interquartile ranges below the first quartile to three above
 * the third one (Tukey's outer fences; Hyndman's rule for time series, {@code forecast::tsoutliers}). Quartiles are
 * those of Hyndman &amp; Fan (1996), type 7.
 */
public record Fences(double lower, double upper) {

    private static final int RANGES = 3;
    // Of remainders as alike as this share of the largest value, the differences are those of rounding.
    private static final double ROUNDING = 1e-14;

    /**
     * The fences of some remainders; none bounds anything where the middle half of them is alike.
     *
     * @param largest the largest value either way of the series that the remainders are of
     */
    public static Fences around(double[] remainders, double largest) {
        double[] sorted = remainders.clone();
        Arrays.sort(sorted);
        double first = quantile(sorted, 0.25);
        double third = quantile(sorted, 0.75);
        double range = third - first;
        return range > ROUNDING * largest
                ? new Fences(first - RANGES * range, third + RANGES * range)
                : new Fences(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    public boolean hold(double remainder) {
        return remainder >= lower && remainder <= upper;
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
