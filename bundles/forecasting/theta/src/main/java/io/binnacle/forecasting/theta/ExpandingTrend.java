package io.binnacle.forecasting.theta;

/**
 * The least-squares line through all observations so far, over the times 1, 2, 3 …, in constant time an
 * observation (Fiorucci et al. 2016, equations 11 and 12).
 */
final class ExpandingTrend {

    private int count;
    private double mean;
    private double slope;

    /** A line that lies on zero after {@code count} observations. */
    static ExpandingTrend flat(int count) {
        ExpandingTrend trend = new ExpandingTrend();
        trend.count = count;
        return trend;
    }

    void add(double value) {
        double earlierMean = mean;
        count++;
        mean += (value - mean) / count;
        // One observation has no slope yet, and the recursion would take one from its distance to zero.
        slope = count == 1 ? 0 : ((count - 2) * slope + 6 * (value - earlierMean) / count) / (count + 1);
    }

    ExpandingTrend copy() {
        ExpandingTrend copy = flat(count);
        copy.mean = mean;
        copy.slope = slope;
        return copy;
    }

    double slope() {
        return slope;
    }

    double intercept() {
        return mean - slope * (count + 1) / 2;
    }
}
