package io.binnacle.platform.storage.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.EntityState;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.time.AsOf;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.Query;

/** Lays the patches of entities over each other. */
final class States {

    private static final int ROWS_AT_A_TIME = 2_000;
    private static final String EVENTS = "select entity_id, seq, cast(patch as text) as patch from journal.event"
            + " where entity_type = :type and valid_time <= :valid and recorded_time <= :known";

    private record Row(UUID id, long seq, String patch) {}

    private States() {}

    static Optional<EntityState> one(Handle handle, EntityRef entity, AsOf asOf) {
        String sql = EVENTS + " and entity_id = :id order by valid_time, seq";
        try (ResultIterator<Row> rows = rows(handle.createQuery(sql).bind("id", entity.id()), entity.type(), asOf)) {
            return rows.hasNext() ? Optional.of(new Fold(handle, rows).next()) : Optional.empty();
        }
    }

    static Stream<EntityState> all(Handle handle, String type, AsOf asOf) {
        String sql = EVENTS + " order by entity_id, valid_time, seq";
        ResultIterator<Row> rows = rows(handle.createQuery(sql).setFetchSize(ROWS_AT_A_TIME), type, asOf);
        Spliterator<EntityState> states = Spliterators.spliteratorUnknownSize(
                new Fold(handle, rows), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        return StreamSupport.stream(states, false).onClose(rows::close);
    }

    private static ResultIterator<Row> rows(Query query, String type, AsOf asOf) {
        return query.bind("type", type)
                .bind("valid", Times.bound(asOf.validAt()))
                .bind("known", Times.bound(asOf.knownAt()))
                .map((row, context) ->
                        new Row(row.getObject("entity_id", UUID.class), row.getLong("seq"), row.getString("patch")))
                .iterator();
    }

    /** Makes one state of all neighbouring rows of an entity. */
    private static final class Fold implements Iterator<EntityState> {

        private final Handle handle;
        private final Iterator<Row> rows;
        private Row ahead;

        Fold(Handle handle, Iterator<Row> rows) {
            this.handle = handle;
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            if (handle.isClosed()) {
                throw new IllegalStateException(
                        "the transaction that these states come from has ended; use them inside Database.read");
            }
            return ahead != null || rows.hasNext();
        }

        @Override
        public EntityState next() {
            Row first = ahead == null ? rows.next() : ahead;
            ObjectNode fields = Json.object();
            long version = 0;
            Row row = first;
            while (row != null && row.id().equals(first.id())) {
                MergePatch.apply(fields, Json.read(row.patch(), ObjectNode.class));
                version = Math.max(version, row.seq());
                row = rows.hasNext() ? rows.next() : null;
            }
            ahead = row;
            return new EntityState(first.id(), version, fields);
        }
    }
}
