package io.binnacle.pipeline.core.metrics;

import java.util.Collection;

/** Quantiles of type 7 of Hyndman and Fan (1996), which are those of R and of spreadsheets. */
final class Quantiles {

    private Quantiles() {}

    /** @param values at least one */
    static double of(Collection<Long> values, double share) {
        long[] sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        double position = (sorted.length - 1) * share;
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
