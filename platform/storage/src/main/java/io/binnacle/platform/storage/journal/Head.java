package io.binnacle.platform.storage.journal;

import io.binnacle.platform.api.journal.EntityRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** The end of one entity's chain. */
record Head(EntityRef entity, long seq, String hash, Instant lastValidTime, Instant lastRecordedTime) {

    static Head of(ResultSet row) throws SQLException {
        return new Head(
                new EntityRef(row.getString("entity_type"), row.getObject("entity_id", UUID.class)),
                row.getLong("seq"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                Times.column(row, "last_valid_time"),
                Times.column(row, "last_recorded_time"));
    }

    Head followedBy(NewEvent event) {
        return new Head(
                entity,
                event.seq(),
                event.hash(),
                event.validTime().isAfter(lastValidTime) ? event.validTime() : lastValidTime,
                event.recordedTime());
    }
}
