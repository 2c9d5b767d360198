package io.binnacle.platform.storage.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.json.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads events one by one, of an entity or of the stream. */
final class EventRows {

    /** What every query for events begins with. */
    static final String COLUMNS = "select cast(cast(tx as text) as bigint) as tx, position, entity_type,"
            + " entity_id, seq, valid_time, recorded_time, actor, cause, cast(patch as text) as patch, prev_hash, hash"
            + " from journal.event";

    /** Events of transactions that began before every one that still runs: no earlier event can follow. */
    private static final String SETTLED = " tx < pg_snapshot_xmin(pg_current_snapshot())";

    private EventRows() {}

    static List<Event> of(Handle handle, EntityRef entity) {
        return handle.createQuery(COLUMNS + " where entity_type = :type and entity_id = :id order by seq")
                .bind("type", entity.type())
                .bind("id", entity.id())
                .map((row, context) -> event(row))
                .list();
    }

    static List<Event> after(Handle handle, Position position, int limit) {
        return handle.createQuery(COLUMNS + " where (tx, position) > (cast(:tx as xid8), :number) and" + SETTLED
                        + " order by event.tx, position limit :limit")
                .bind("tx", Long.toString(position.transaction()))
                .bind("number", position.number())
                .bind("limit", limit)
                .map((row, context) -> event(row))
                .list();
    }

    static Position head(Handle handle) {
        return handle.createQuery("select cast(cast(tx as text) as bigint) as number, position from journal.event"
                        + " where" + SETTLED + " order by tx desc, position desc limit 1")
                .map((row, context) -> new Position(row.getLong(1), row.getLong(2)))
                .findFirst()
                .orElse(Position.START);
    }

    /** The event in a row of {@link #COLUMNS}. */
    static Event event(ResultSet row) throws SQLException {
        return new Event(
                new Position(row.getLong("tx"), row.getLong("position")),
                new EntityRef(row.getString("entity_type"), row.getObject("entity_id", UUID.class)),
                row.getLong("seq"),
                Times.column(row, "valid_time"),
                Times.column(row, "recorded_time"),
                row.getString("actor"),
                row.getString("cause"),
                Json.read(row.getString("patch"), ObjectNode.class),
                HexFormat.of().formatHex(row.getBytes("prev_hash")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
