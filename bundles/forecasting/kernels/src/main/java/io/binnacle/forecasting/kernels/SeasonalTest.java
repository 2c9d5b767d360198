package io.binnacle.forecasting.kernels;

/**
 * Whether a series has a season: the autocorrelation at its length, against the standard error that those at
 * shorter lags leave (Assimakopoulos &amp; Nikolopoulos 2000, section 3, at 90 %).
 */
public final class SeasonalTest {

    private static final double QUANTILE_95 = 1.6448536269514722;

    private SeasonalTest() {}

    public static boolean passes(double[] values, int seasonLength) {
        if (seasonLength < 2 || values.length <= 2 * seasonLength) {
            return false;
        }
        double[] deviations = deviations(values);
        double variance = product(deviations, 0);
        if (variance == 0) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < seasonLength; lag++) {
            double correlation = product(deviations, lag) / variance;
            squares += correlation * correlation;
        }
        double standardError = Math.sqrt((1 + 2 * squares) / values.length);
        return Math.abs(product(deviations, seasonLength) / variance) > QUANTILE_95 * standardError;
    }

    // Differences to the first value are taken before the mean, so that a constant has no variance at all.
    private static double[] deviations(double[] values) {
        double[] deviations = new double[values.length];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            deviations[t] = values[t] - values[0];
            sum += deviations[t];
        }
        for (int t = 0; t < values.length; t++) {
            deviations[t] -= sum / values.length;
        }
        return deviations;
    }

    private static double product(double[] deviations, int lag) {
        double sum = 0;
        for (int t = lag; t < deviations.length; t++) {
            sum += deviations[t] * deviations[t - lag];
        }
        return sum;
    }
}
