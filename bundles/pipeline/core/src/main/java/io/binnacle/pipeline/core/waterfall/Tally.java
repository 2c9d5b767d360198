package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.Waterfall.Part;
import io.binnacle.pipeline.api.WaterfallBucket;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The buckets of one node while deals are put into them. For one thread. */
final class Tally {

    private static final WaterfallBucket[] BUCKETS = WaterfallBucket.values();

    private final BigDecimal[] amounts = new BigDecimal[BUCKETS.length];
    private final long[] counts = new long[BUCKETS.length];

    Tally() {
        java.util.Arrays.fill(amounts, BigDecimal.ZERO);
    }

    /** Adds all moves of one deal; in a bucket that several of them are for it counts once. */
    void add(List<Move> moves) {
        Set<WaterfallBucket> touched = EnumSet.noneOf(WaterfallBucket.class);
        for (Move move : moves) {
            add(move.bucket(), move.amount());
            if (touched.add(move.bucket())) {
                counts[move.bucket().ordinal()]++;
            }
        }
    }

    /** Takes amounts away again. */
    void subtract(List<Move> moves) {
        moves.forEach(move -> add(move.bucket(), move.amount().negate()));
    }

    boolean isEmpty() {
        return java.util.Arrays.stream(counts).allMatch(count -> count == 0);
    }

    /** Every bucket. */
    Map<WaterfallBucket, Part> parts(String currency) {
        Map<WaterfallBucket, Part> parts = new EnumMap<>(WaterfallBucket.class);
        for (WaterfallBucket bucket : BUCKETS) {
            parts.put(bucket, new Part(new Money(amounts[bucket.ordinal()], currency), counts[bucket.ordinal()]));
        }
        return parts;
    }

    /** Those buckets that have an amount. */
    Map<WaterfallBucket, Money> amounts(String currency) {
        Map<WaterfallBucket, Money> present = new EnumMap<>(WaterfallBucket.class);
        for (WaterfallBucket bucket : BUCKETS) {
            if (amounts[bucket.ordinal()].signum() != 0) {
                present.put(bucket, new Money(amounts[bucket.ordinal()], currency));
            }
        }
        return present;
    }

    private void add(WaterfallBucket bucket, BigDecimal amount) {
        amounts[bucket.ordinal()] = amounts[bucket.ordinal()].add(amount);
    }
}
