package io.binnacle.forecasting.kernels.hierarchy;

import java.util.Arrays;

/**
 * What part of the whole each bottom series had, for {@link Reconciler#topDown} (Gross and Sohl, Journal of Forecasting
 * 1990, methods A and F; Hyndman and Athanasopoulos, FPP3, section 11.4). Both take the past of the bottom series, by
 * series, then by time, all as long, and answer shares that sum to 1.
 */
public final class HistoricalShares {

    private HistoricalShares() {}

    /**
     * The mean over time of y_j,t / y_t; times at which the whole is zero do not count.
     *
     * @throws IllegalArgumentException when the whole is always zero
     */
    public static double[] averageProportions(double[][] bottom) {
        double[] whole = whole(bottom);
        long counted = Arrays.stream(whole).filter(value -> value != 0).count();
        if (counted == 0) {
            throw new IllegalArgumentException("the series sum to zero at every time, which tells no shares");
        }
        return Arrays.stream(bottom)
                .mapToDouble(series -> {
                    double sum = 0;
                    for (int t = 0; t < whole.length; t++) {
                        sum += whole[t] == 0 ? 0 : series[t] / whole[t];
                    }
                    return sum / counted;
                })
                .toArray();
    }

    /**
     * The mean of y_j over the mean of y.
     *
     * @throws IllegalArgumentException when the mean of the whole is zero
     */
    public static double[] proportionsOfAverages(double[][] bottom) {
        double whole = Arrays.stream(whole(bottom)).sum();
        if (whole == 0) {
            throw new IllegalArgumentException("all that was sums to zero, which tells no shares");
        }
        return Arrays.stream(bottom)
                .mapToDouble(series -> Arrays.stream(series).sum() / whole)
                .toArray();
    }

    private static double[] whole(double[][] bottom) {
        double[] whole = new double[bottom[0].length];
        for (double[] series : bottom) {
            for (int t = 0; t < whole.length; t++) {
                whole[t] += series[t];
            }
        }
        return whole;
    }
}
