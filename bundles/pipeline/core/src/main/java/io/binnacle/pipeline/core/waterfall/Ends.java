package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.WaterfallBucket;
import java.util.Comparator;

/** Both ends of a link of the flow. */
record Ends(WaterfallBucket source, WaterfallBucket target) implements Comparable<Ends> {

    private static final Comparator<Ends> ORDER =
            Comparator.comparing(Ends::source).thenComparing(Ends::target);

    @Override
    public int compareTo(Ends other) {
        return ORDER.compare(this, other);
    }
}
