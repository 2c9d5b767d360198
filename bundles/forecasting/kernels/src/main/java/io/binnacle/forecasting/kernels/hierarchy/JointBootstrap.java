package io.binnacle.forecasting.kernels.hierarchy;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Quantiles of forecasts of which each drawn future adds up: the errors of all series at one time in the past are
 * added to the forecasts together, and the sum is reconciled (Panagiotelis, Gamakumara, Athanasopoulos and Hyndman,
 * EJOR 2023). The quantiles themselves need not add up; every draw does.
 *
 * @param errors actual less forecast, by time, then by series, all for the same step ahead
 * @param draws how many futures
 */
public record JointBootstrap(Reconciler reconciler, double[][] errors, int draws, long seed) {

    /**
     * @param base forecasts that need not add up
     * @param probabilities ascending, above 0 and below 1
     * @return by series, then by probability
     */
    public double[][] quantiles(double[] base, double[] probabilities) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] futures = new double[base.length][draws];
        double[][] known = new double[errors.length][];
        for (int draw = 0; draw < draws; draw++) {
            int time = random.nextInt(errors.length);
            if (known[time] == null) {
                known[time] = reconciler.reconcile(plus(base, errors[time]));
            }
            double[] future = known[time];
            for (int series = 0; series < future.length; series++) {
                futures[series][draw] = future[series];
            }
        }
        double[][] quantiles = new double[base.length][];
        for (int series = 0; series < base.length; series++) {
            Arrays.sort(futures[series]);
            double[] sorted = futures[series];
            quantiles[series] =
                    Arrays.stream(probabilities).map(p -> quantile(sorted, p)).toArray();
        }
        return quantiles;
    }

    private static double[] plus(double[] base, double[] error) {
        double[] sum = base.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += error[i];
        }
        return sum;
    }

    // Between order statistics, as R's type 7.
    private static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
