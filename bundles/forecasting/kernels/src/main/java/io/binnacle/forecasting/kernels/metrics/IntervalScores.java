package io.binnacle.forecasting.kernels.metrics;

/** How well prediction intervals and quantiles told what came. */
public final class IntervalScores {

    private IntervalScores() {}

    /** The share of periods that lay within the bounds, 0 to 1. */
    public static double coverage(double[] actual, double[] lower, double[] upper) {
        int inside = 0;
        for (int step = 0; step < actual.length; step++) {
            inside += lower[step] <= actual[step] && actual[step] <= upper[step] ? 1 : 0;
        }
        return inside / (double) actual.length;
    }

    /**
     * The mean interval score (Gneiting &amp; Raftery 2007): the width, and 2 / (1 - level) times how far what
     * came lay outside. Divided by {@link NaiveErrors#absolute}, it is the MSIS of M4.
     */
    public static double intervalScore(double level, double[] actual, double[] lower, double[] upper) {
        double sum = 0;
        for (int step = 0; step < actual.length; step++) {
            double outside = Math.max(0, Math.max(lower[step] - actual[step], actual[step] - upper[step]));
            sum += upper[step] - lower[step] + 2 / (1 - level) * outside;
        }
        return sum / actual.length;
    }

    public static double msis(
            double[] history, int seasonLength, double level, double[] actual, double[] lower, double[] upper) {
        return intervalScore(level, actual, lower, upper) / NaiveErrors.absolute(history, seasonLength);
    }

    /** The pinball loss of a quantile as a forecast of one period. */
    public static double pinball(double probability, double actual, double quantile) {
        return actual >= quantile ? probability * (actual - quantile) : (1 - probability) * (quantile - actual);
    }

    /**
     * The continuous ranked probability score of one period, from quantiles at evenly spread probabilities: twice
     * their mean pinball loss (Gneiting &amp; Raftery 2007; Laio &amp; Tamea 2007).
     *
     * @param probabilities the middles of equal shares: (k + 1/2) / n
     */
    public static double crps(double[] probabilities, double actual, double[] quantiles) {
        double sum = 0;
        for (int k = 0; k < probabilities.length; k++) {
            sum += pinball(probabilities[k], actual, quantiles[k]);
        }
        return 2 * sum / probabilities.length;
    }
}
