package io.binnacle.forecasting.core.evaluation;

import io.binnacle.forecasting.kernels.metrics.Conformal;

/** Any number of strains of intervals, counted by half percents, so that memory does not grow. */
final class Strains {

    private static final double BIN = Math.log(1.005);
    private static final double LEAST = 1e-3;
    private static final int BINS = 3000;

    private final int[] counts = new int[BINS];
    private long scores;

    void add(double strain) {
        double place = strain <= LEAST ? 0 : Math.ceil(Math.log(strain / LEAST) / BIN);
        counts[(int) Math.min(place, BINS - 1)]++;
        scores++;
    }

    /** What the half-widths of a level have to be multiplied by to hold it; NaN where too few scores tell. */
    double factor(double level) {
        long rank = Conformal.rank(level, scores);
        long seen = 0;
        for (int bin = 0; bin < BINS - 1; bin++) {
            seen += counts[bin];
            if (seen >= rank) {
                return LEAST * Math.exp(bin * BIN);
            }
        }
        return Double.NaN;
    }
}
