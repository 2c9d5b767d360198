package io.binnacle.forecasting.core.evaluation;

import io.binnacle.forecasting.kernels.metrics.Conformal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Any number of strains of intervals, counted by half percents, so that memory does not grow with them. */
final class Strains {

    private static final double BIN = Math.log(1.005);
    private static final double LEAST = 1e-3;
    // A thousandfold wider and more.
    private static final int MOST = 3000;

    private final SortedMap<Integer, Integer> counts = new TreeMap<>();
    private long scores;

    void add(double strain) {
        double place = strain <= LEAST ? 0 : Math.ceil(Math.log(strain / LEAST) / BIN);
        counts.merge((int) Math.min(place, MOST), 1, Integer::sum);
        scores++;
    }

    /** What the half-widths of a level have to be multiplied by to hold it; NaN where too few scores tell. */
    double factor(double level) {
        long rank = Conformal.rank(level, scores);
        long seen = 0;
        for (Map.Entry<Integer, Integer> bin : counts.headMap(MOST).entrySet()) {
            seen += bin.getValue();
            if (seen >= rank) {
                return LEAST * Math.exp(bin.getKey() * BIN);
            }
        }
        return Double.NaN;
    }
}
