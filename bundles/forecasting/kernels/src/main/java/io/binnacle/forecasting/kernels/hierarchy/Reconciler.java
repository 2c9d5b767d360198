package io.binnacle.forecasting.kernels.hierarchy;

/** Makes forecasts that were made apart add up. Implementations keep nothing between calls; any thread may call. */
@FunctionalInterface
public interface Reconciler {

    /**
     * @param base one value for each series of the {@link Summation}, in its order
     * @return values that add up
     */
    double[] reconcile(double[] base);

    /** Sums the forecasts of the bottom series; those of the aggregates do not count. */
    static Reconciler bottomUp(Summation summation) {
        return base -> summation.sums(summation.bottomOf(base));
    }

    /**
     * Gives each bottom series its share of the first series, which sums all of them.
     *
     * @param shares of the bottom series; they sum to 1
     */
    static Reconciler topDown(Summation summation, double[] shares) {
        return base -> {
            double[] bottom = new double[shares.length];
            for (int i = 0; i < bottom.length; i++) {
                bottom[i] = shares[i] * base[0];
            }
            return summation.sums(bottom);
        };
    }
}
