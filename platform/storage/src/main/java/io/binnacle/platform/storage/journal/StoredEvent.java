package io.binnacle.platform.storage.journal;

import io.binnacle.platform.api.journal.EntityRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * An event as it can be carried to another journal: without its place in this one's stream.
 *
 * @param patch to the letter as it was written, since it is hashed
 * @param hash in lower case hexadecimal
 */
public record StoredEvent(
        EntityRef entity,
        long seq,
        Instant validTime,
        Instant recordedTime,
        String actor,
        String cause,
        String patch,
        String hash) {

    private static final int ROWS_AT_A_TIME = 2_000;

    /** Gives the events of all entities of a type that were known then to {@code use}, by id and number. */
    public static void forEach(Handle handle, String type, Instant knownAt, Consumer<StoredEvent> use) {
        try (ResultIterator<StoredEvent> events = handle.createQuery("""
                        select entity_id, seq, valid_time, recorded_time, actor, cause, cast(patch as text) as patch, hash
                        from journal.event where entity_type = :type and recorded_time <= :known
                        order by entity_id, seq""")
                .bind("type", type)
                .bind("known", Times.bound(knownAt))
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, context) -> of(type, row))
                .iterator()) {
            events.forEachRemaining(use);
        }
    }

    private static StoredEvent of(String type, ResultSet row) throws SQLException {
        return new StoredEvent(
                new EntityRef(type, row.getObject("entity_id", UUID.class)),
                row.getLong("seq"),
                Times.column(row, "valid_time"),
                Times.column(row, "recorded_time"),
                row.getString("actor"),
                row.getString("cause"),
                row.getString("patch"),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
