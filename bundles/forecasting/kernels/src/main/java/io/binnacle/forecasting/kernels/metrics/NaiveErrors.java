package io.binnacle.forecasting.kernels.metrics;

/**
 * The mean error within a history of repeating its last season: what scaled errors are scaled by. NaN where the
 * history is no longer than a season, and 0 where it only repeats itself: such a series has no scaled error.
 */
public final class NaiveErrors {

    private NaiveErrors() {}

    public static double absolute(double[] history, int seasonLength) {
        double sum = 0;
        for (int t = seasonLength; t < history.length; t++) {
            sum += Math.abs(history[t] - history[t - seasonLength]);
        }
        return sum / Math.max(0, history.length - seasonLength);
    }

    public static double squared(double[] history, int seasonLength) {
        double sum = 0;
        for (int t = seasonLength; t < history.length; t++) {
            sum += (history[t] - history[t - seasonLength]) * (history[t] - history[t - seasonLength]);
        }
        return sum / Math.max(0, history.length - seasonLength);
    }
}
