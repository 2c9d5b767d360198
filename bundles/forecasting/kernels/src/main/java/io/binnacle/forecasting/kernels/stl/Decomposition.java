package io.binnacle.forecasting.kernels.stl;

/** A series as the sum of three. */
public record Decomposition(double[] season, double[] trend, double[] remainder) {

    /**
     * How much of what the trend leaves is season, from 0 to 1 (Wang, Smith &amp; Hyndman 2006).
     */
    public double seasonalStrength() {
        double[] detrended = new double[season.length];
        for (int t = 0; t < season.length; t++) {
            detrended[t] = season[t] + remainder[t];
        }
        double whole = variance(detrended);
        return whole > 0 ? Math.max(0, 1 - variance(remainder) / whole) : 0;
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares;
    }
}
