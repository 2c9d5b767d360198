package io.binnacle.forecasting.arima;

import io.binnacle.forecasting.kernels.stl.Stl;

/** How many differences make a series stationary (Hyndman &amp; Khandakar 2008; Wang, Smith &amp; Hyndman 2006). */
final class UnitRoots {

    private static final int MOST_DIFFERENCES = 2;
    private static final int SEASONAL_WINDOW = 11;
    private static final double STRONG_SEASON = 0.64;
    // Of 5 %, for a level (Kwiatkowski, Phillips, Schmidt & Shin 1992, table 1).
    private static final double CRITICAL = 0.463;

    private UnitRoots() {}

    static Orders differencing(double[] values, int seasonLength) {
        int seasonal = needsSeasonalDifference(values, seasonLength) ? 1 : 0;
        double[] rest = seasonal > 0 ? Differences.of(values, seasonLength) : values;
        int differences = 0;
        while (differences < MOST_DIFFERENCES && !Differences.isConstant(rest) && kpss(rest) > CRITICAL) {
            rest = Differences.of(rest, 1);
            differences++;
        }
        return Orders.differencing(differences, seasonal, seasonLength);
    }

    private static boolean needsSeasonalDifference(double[] values, int seasonLength) {
        return seasonLength > 1
                && values.length > 2 * seasonLength
                && !Differences.isConstant(values)
                && Stl.of(seasonLength, SEASONAL_WINDOW).decompose(values).seasonalStrength() > STRONG_SEASON;
    }

    private static double kpss(double[] values) {
        int n = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value - mean;
            squares += sum * sum;
        }
        return squares / ((double) n * n) / longRunVariance(values, mean);
    }

    private static double longRunVariance(double[] values, double mean) {
        int n = values.length;
        int lags = (int) (3 * Math.sqrt(n) / 13);
        double variance = 0;
        for (int lag = 0; lag <= lags; lag++) {
            double weight = lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0));
            for (int t = lag; t < n; t++) {
                variance += weight * (values[t] - mean) * (values[t - lag] - mean) / n;
            }
        }
        return variance;
    }
}
