package io.binnacle.platform.api.time;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Objects;

/**
 * A point in both times: what held at {@code validAt}, as far as it was recorded by {@code knownAt}.
 *
 * <p>Both bounds are inclusive. A late correction has an early valid time and a late recorded time, so it
 * changes what held then but not what was known then.
 */
public record AsOf(Instant validAt, Instant knownAt) {

    /** Everything that is known now. */
    public static final AsOf LATEST = new AsOf(Instant.MAX, Instant.MAX);

    public AsOf {
        Objects.requireNonNull(validAt, "validAt");
        Objects.requireNonNull(knownAt, "knownAt");
    }

    /** What held at {@code validAt} by today's knowledge. */
    public static AsOf validAt(Instant validAt) {
        return new AsOf(validAt, Instant.MAX);
    }

    /** Whether this is the present by today's knowledge, so that current-state tables may answer. */
    @JsonIgnore
    public boolean isLatest() {
        return equals(LATEST);
    }
}
