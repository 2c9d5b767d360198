package io.binnacle.pipeline.core.store;

import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.statement.Query;

/** A point in both times as a query takes it. */
final class PointInTime {

    /** Where all deals stood then; {@link #bind} gives it its values. */
    static final String STANDING = "pipeline.standing_at(:valid, :known)";

    /** The same, of deals that were to close from {@code :first} to {@code :last}. */
    static final String STANDING_IN_PERIOD = "pipeline.standing_at(:valid, :known, :first, :last)";

    private static final Instant FIRST = LocalDateTime.of(1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    private static final Instant LAST = LocalDateTime.of(9999, 12, 31, 0, 0).toInstant(ZoneOffset.UTC);

    private PointInTime() {}

    static Query bind(Query query, AsOf asOf) {
        return query.bind("valid", bound(asOf.validAt())).bind("known", bound(asOf.knownAt()));
    }

    // The driver writes the ends of what it can write as infinities.
    static OffsetDateTime bound(Instant time) {
        if (time.isAfter(LAST)) {
            return OffsetDateTime.MAX;
        }
        return time.isBefore(FIRST) ? OffsetDateTime.MIN : time.atOffset(ZoneOffset.UTC);
    }
}
