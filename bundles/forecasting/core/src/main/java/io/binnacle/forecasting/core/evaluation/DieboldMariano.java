package io.binnacle.forecasting.core.evaluation;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether one forecast loses less than another beyond chance: the test of Diebold &amp; Mariano (1995) with the
 * correction for few observations of Harvey, Leybourne &amp; Newbold (1997), two-sided, against Student's t.
 *
 * @param statistic below 0 when the first loses less
 * @param p the probability of so great a difference between equally good forecasts, 0 to 1
 */
record DieboldMariano(double statistic, double p) {

    /**
     * @param differences loss of the first minus loss of the second, at least two, in the order of time or of
     *     independent series
     * @param horizon how many periods ahead the forecasts were: their errors overlap by one less; 1 where they do not
     */
    static DieboldMariano of(double[] differences, int horizon) {
        int n = differences.length;
        double mean = 0;
        for (double difference : differences) {
            mean += difference / n;
        }
        double variance = longRunVariance(differences, mean, horizon) / n;
        double corrected = (n + 1 - 2.0 * horizon + horizon * (horizon - 1.0) / n) / n;
        double statistic = mean == 0 ? 0 : mean / Math.sqrt(variance) * Math.sqrt(corrected);
        double tail = TDistribution.of(n - 1).survivalProbability(Math.abs(statistic));
        return new DieboldMariano(statistic, 2 * tail);
    }

    // The rectangular window may give a variance that is not positive; then the overlap is passed over.
    private static double longRunVariance(double[] x, double mean, int horizon) {
        double own = autocovariance(x, mean, 0);
        double sum = own;
        for (int lag = 1; lag < horizon; lag++) {
            sum += 2 * autocovariance(x, mean, lag);
        }
        return sum > 0 ? sum : own;
    }

    private static double autocovariance(double[] x, double mean, int lag) {
        double sum = 0;
        for (int t = lag; t < x.length; t++) {
            sum += (x[t] - mean) * (x[t - lag] - mean);
        }
        return sum / x.length;
    }
}
