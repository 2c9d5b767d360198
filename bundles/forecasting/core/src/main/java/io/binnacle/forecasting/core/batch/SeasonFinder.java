package io.binnacle.forecasting.core.batch;

import java.util.Arrays;

/**
 * Finds the season of a series whose periods are only numbered. For each usual length the trend is taken out by
 * a moving average as long; what is left has to resemble itself one season later, beyond chance. The bound is
 * the one-sided 95 % limit of Bartlett's formula, as in the M competitions' test for seasonality (Makridakis
 * &amp; Hibon 2000). The shortest of about equally good lengths wins, for twice a season is one too.
 */
final class SeasonFinder {

    private static final int[] USUAL = {4, 7, 12, 24, 52};
    private static final int FEWEST_SEASONS = 3;
    private static final double ONE_SIDED_95 = 1.645;
    private static final double LEAST_LIKENESS = 0.3;
    private static final double ABOUT_AS_GOOD = 0.9;

    private SeasonFinder() {}

    /** The length; 1 when there is no season. */
    static int find(double[] values) {
        double[] likeness = Arrays.stream(USUAL)
                .mapToDouble(length -> likeness(values, length))
                .toArray();
        double most = Arrays.stream(likeness).max().orElse(0);
        for (int i = 0; i < USUAL.length; i++) {
            if (likeness[i] > 0 && likeness[i] >= ABOUT_AS_GOOD * most) {
                return USUAL[i];
            }
        }
        return 1;
    }

    /** How much the series resembles itself a season later; 0 when that may be chance. */
    private static double likeness(double[] values, int length) {
        if (values.length < FEWEST_SEASONS * length) {
            return 0;
        }
        double[] rest = withoutTrend(values, length);
        double[] correlation = autocorrelation(rest, length);
        double sum = 1;
        for (int lag = 1; lag < length; lag++) {
            sum += 2 * correlation[lag] * correlation[lag];
        }
        double found = correlation[length];
        boolean beyondChance = found > ONE_SIDED_95 * Math.sqrt(sum / rest.length);
        return found > LEAST_LIKENESS && beyondChance ? found : 0;
    }

    // An even window has half a value at either end, so that it is centred.
    private static double[] withoutTrend(double[] values, int length) {
        int half = length / 2;
        double[] rest = new double[values.length - 2 * half];
        for (int t = 0; t < rest.length; t++) {
            double sum = 0;
            for (int k = 0; k <= 2 * half; k++) {
                boolean end = length % 2 == 0 && (k == 0 || k == 2 * half);
                sum += end ? values[t + k] / 2 : values[t + k];
            }
            rest[t] = values[t + half] - sum / length;
        }
        return rest;
    }

    private static double[] autocorrelation(double[] x, int lags) {
        double mean = Arrays.stream(x).average().orElse(0);
        double variance =
                Arrays.stream(x).map(value -> (value - mean) * (value - mean)).sum();
        double[] result = new double[lags + 1];
        for (int lag = 0; variance > 0 && lag <= lags; lag++) {
            double sum = 0;
            for (int t = lag; t < x.length; t++) {
                sum += (x[t] - mean) * (x[t - lag] - mean);
            }
            result[lag] = sum / variance;
        }
        return result;
    }
}
