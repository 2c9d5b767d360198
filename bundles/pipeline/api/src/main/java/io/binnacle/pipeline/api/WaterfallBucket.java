package io.binnacle.pipeline.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * What can become of a deal between two instants, in the order of a waterfall: {@code opening} plus what came
 * in, minus what went out, is {@code closing}.
 *
 * <p>A deal that leaves goes into the first bucket that fits: won, lost, removed because it was deleted or
 * cancelled, transferred out, removed because it is omitted or on hold, pushed, moved earlier. One that enters:
 * new, reopened, transferred in, re-included, pulled in, rolled over.
 */
public enum WaterfallBucket {
    /** In the pipeline at the start. */
    OPENING("opening", 1),
    /** Begun since. */
    NEW("new", 1),
    /** Had been won, lost or cancelled at the start. */
    REOPENED("reopened", 1),
    /** Belonged to somebody elsewhere. */
    TRANSFERRED_IN("transferredIn", 1),
    /** Had been omitted, on hold or deleted. */
    REINCLUDED("reincluded", 1),
    /** Was to close after the period, or had no close date. */
    PULLED_IN("pulledIn", 1),
    /** Was to close before the period. */
    ROLLED_OVER("rolledOver", 1),
    /** The growth of deals that were in at the start. */
    INCREASED("increased", 1),
    /** The shrinking of deals that were in at the start. */
    DECREASED("decreased", -1),
    WON("won", -1),
    LOST("lost", -1),
    /** To close after the period now, or without a close date. */
    PUSHED("pushed", -1),
    /** To close before the period now. */
    MOVED_EARLIER("movedEarlier", -1),
    /** Belongs to somebody elsewhere now. */
    TRANSFERRED_OUT("transferredOut", -1),
    /** Deleted, cancelled, omitted or on hold now. */
    REMOVED("removed", -1),
    /** What another rate alone made of the amount that a deal had at the start; may be negative. */
    FX("fx", 1),
    /** In the pipeline at the end. */
    CLOSING("closing", 0);

    private final String key;
    private final int sign;

    WaterfallBucket(String key, int sign) {
        this.key = key;
        this.sign = sign;
    }

    /** The name in answers and requests, such as {@code pulledIn}. */
    @JsonValue
    public String key() {
        return key;
    }

    /** 1 when its amount adds to the closing pipeline, -1 when it takes from it; 0 for closing itself. */
    public int sign() {
        return sign;
    }

    /** Whether deals move through it, unlike {@link #OPENING} and {@link #CLOSING}. */
    public boolean isFlow() {
        return this != OPENING && this != CLOSING;
    }

    /** The bucket of that {@link #key}. */
    public static Optional<WaterfallBucket> of(String key) {
        return Arrays.stream(values()).filter(bucket -> bucket.key.equals(key)).findFirst();
    }
}
