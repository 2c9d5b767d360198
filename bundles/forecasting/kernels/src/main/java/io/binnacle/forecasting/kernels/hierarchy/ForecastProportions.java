package io.binnacle.forecasting.kernels.hierarchy;

/**
 * From the top down by what the forecasts themselves say of the shares: each series gets of its parent's value what its
 * forecast has of the sum of the forecasts of all children of that parent (Athanasopoulos, Ahmed and Hyndman, IJF 2009).
 * Children whose forecasts sum to zero share alike.
 */
public final class ForecastProportions implements Reconciler {

    private final Summation summation;
    private final int[] parents;

    /**
     * @param parents the series that each series is a direct part of, which comes before it; that of the first, which
     *     sums all, does not count
     * @throws IllegalArgumentException when a parent does not come before its part
     */
    public ForecastProportions(Summation summation, int... parents) {
        if (parents.length != summation.series()) {
            throw new IllegalArgumentException(
                    "each of %d series has a parent, not %d of them".formatted(summation.series(), parents.length));
        }
        for (int series = 1; series < parents.length; series++) {
            if (parents[series] < 0 || parents[series] >= series) {
                throw new IllegalArgumentException("the parent of series " + series + " must come before it");
            }
        }
        this.summation = summation;
        this.parents = parents.clone();
    }

    @Override
    public double[] reconcile(double[] base) {
        double[] sums = new double[base.length];
        int[] children = new int[base.length];
        for (int series = 1; series < base.length; series++) {
            sums[parents[series]] += base[series];
            children[parents[series]]++;
        }
        double[] values = base.clone();
        for (int series = 1; series < base.length; series++) {
            int parent = parents[series];
            double share = sums[parent] == 0 ? 1.0 / children[parent] : base[series] / sums[parent];
            values[series] = values[parent] * share;
        }
        return summation.sums(summation.bottomOf(values));
    }
}
