package io.binnacle.forecasting.kernels.robust;

import io.binnacle.forecasting.kernels.robust.SeriesParts.Method;
import io.binnacle.forecasting.kernels.stl.Stl;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Sets outliers aside one after the other, the farthest first: it may be what puts others off, such as the same month
 * of other years. What is set aside is fitted again with what is expected in its place, until that no longer moves.
 */
record OutlierSearch(double[] values, Stl stl) {

    private static final int MOST_TURNS = 100;
    // Those as far as this share of the farthest go with it.
    private static final double AS_FAR = 0.75;

    SeriesParts settled() {
        double[] fitted = values;
        SeriesParts found = fit(fitted);
        BitSet aside = new BitSet();
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            aside.and(found.outliers());
            double[] next = without(aside, found);
            if (alike(next, fitted)) {
                aside.or(farthest(found, aside));
                next = without(aside, found);
            }
            if (aside.equals(found.outliers()) && alike(next, fitted)) {
                return found;
            }
            fitted = next;
            found = fit(fitted);
        }
        return found;
    }

    private SeriesParts fit(double[] fitted) {
        return SeriesParts.of(Method.STL, values, stl.decompose(fitted));
    }

    private double[] without(BitSet aside, SeriesParts found) {
        double[] rest = values.clone();
        aside.stream().forEach(t -> rest[t] = found.expected(t));
        return rest;
    }

    private static BitSet farthest(SeriesParts found, BitSet known) {
        BitSet news = (BitSet) found.outliers().clone();
        news.andNot(known);
        double[] distance =
                Arrays.stream(found.parts().remainder()).map(Math::abs).toArray();
        double most = news.stream().mapToDouble(t -> distance[t]).max().orElse(0);
        BitSet farthest = new BitSet();
        news.stream().filter(t -> distance[t] >= AS_FAR * most).forEach(farthest::set);
        return farthest;
    }

    private static boolean alike(double[] some, double[] others) {
        double tolerance = SeriesParts.LEAST_SHARE * SeriesParts.largest(some);
        return IntStream.range(0, some.length).allMatch(t -> Math.abs(some[t] - others[t]) <= tolerance);
    }
}
