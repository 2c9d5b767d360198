package io.binnacle.platform.storage.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as PostgreSQL keeps them: to the microsecond, with an infinity at either end. */
final class Times {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Times() {}

    static Instant micros(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether the journal's canonical form can write {@code time}. */
    static boolean storable(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    /** A bound for a query. */
    static OffsetDateTime bound(Instant time) {
        if (time.isAfter(LAST)) {
            return OffsetDateTime.MAX;
        }
        return time.isBefore(FIRST) ? OffsetDateTime.MIN : time.atOffset(ZoneOffset.UTC);
    }

    static Instant column(ResultSet row, String name) throws SQLException {
        return row.getObject(name, OffsetDateTime.class).toInstant();
    }
}
