package io.binnacle.forecasting.intermittent;

/**
 * Adds up the periods in buckets as long as the mean interval between demands, in which zeros are rare, and
 * smooths those (ADIDA: Nikolopoulos, Syntetos, Boylan, Petropoulos &amp; Assimakopoulos 2011).
 */
final class Aggregation implements DemandRate {

    private final double alpha;
    private final int bucket;
    private double level = Double.NaN;
    private double sum;
    private int filled;

    Aggregation(double alpha, int bucket) {
        this.alpha = alpha;
        this.bucket = bucket;
    }

    @Override
    public double next() {
        return level / bucket;
    }

    @Override
    public void observe(double demand) {
        sum += demand;
        filled++;
        if (filled == bucket) {
            level = Double.isNaN(level) ? sum : level + alpha * (sum - level);
            sum = 0;
            filled = 0;
        }
    }
}
