package io.binnacle.distribution.bench.accuracy;

import java.util.Arrays;

/** A series whose end is known but not shown to the models. */
record SplitSeries(String id, int seasonLength, double[] past, double[] future) {

    static SplitSeries withLast(int periods, String id, int seasonLength, double[] values) {
        int origin = values.length - periods;
        return new SplitSeries(
                id, seasonLength, Arrays.copyOf(values, origin), Arrays.copyOfRange(values, origin, values.length));
    }

    /** One horizon earlier, wholly inside what the models may see: for setting constants. */
    SplitSeries earlier() {
        return withLast(future.length, id, seasonLength, past);
    }

    boolean hasEarlier() {
        return past.length >= future.length + 8;
    }
}
