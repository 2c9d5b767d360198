package io.binnacle.forecasting.core.batch;

import java.util.Arrays;

/** Missing observations: cut off at the ends, laid on a straight line between their neighbours elsewhere. */
final class Gaps {

    private Gaps() {}

    /** How many values are missing before the first that is there. */
    static int atStart(double[] values) {
        int from = 0;
        while (from < values.length && Double.isNaN(values[from])) {
            from++;
        }
        return from;
    }

    static double[] withoutEnds(double[] values) {
        int from = atStart(values);
        int to = values.length;
        while (to > from && Double.isNaN(values[to - 1])) {
            to--;
        }
        return Arrays.copyOfRange(values, from, to);
    }

    /** Fills the gaps in place and tells how many values were missing. Both ends must be there. */
    static int fill(double[] values) {
        int filled = 0;
        int last = 0;
        for (int t = 1; t < values.length; t++) {
            if (!Double.isNaN(values[t])) {
                double slope = (values[t] - values[last]) / (t - last);
                for (int gap = last + 1; gap < t; gap++) {
                    values[gap] = values[last] + slope * (gap - last);
                    filled++;
                }
                last = t;
            }
        }
        return filled;
    }
}
