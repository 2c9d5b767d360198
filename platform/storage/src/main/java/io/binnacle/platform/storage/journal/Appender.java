package io.binnacle.platform.storage.journal;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.storage.Database;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Numbers, chains and writes changes: four statements for any number of them. */
final class Appender {

    private static final String COPY = "copy journal.event (entity_type, entity_id, seq, valid_time, recorded_time,"
            + " actor, cause, patch, prev_hash, hash) from stdin";

    private final Database database;
    private final Handle handle;
    private final Instant now;

    Appender(Database database, Handle handle, Instant now) {
        this.database = database;
        this.handle = handle;
        this.now = Times.micros(now);
    }

    List<Appended> append(List<Change> changes) {
        changes.forEach(this::check);
        Heads heads = Heads.lock(handle, entities(changes));
        ChainedRows rows = new ChainedRows(changes, heads, now);
        database.copyIn(handle, COPY, new SequenceInputStream(rows));
        heads.save(handle);
        return rows.appended();
    }

    private void check(Change change) {
        Instant validTime = Times.micros(change.validTime());
        if (validTime.isAfter(now)) {
            throw INVALID_CONTENT.because(
                    "a change of %s %s is said to hold since %s, which lies ahead of now (%s); record it when it holds",
                    change.entity().type(), change.entity().id(), change.validTime(), now);
        }
        if (!Times.storable(validTime)) {
            throw INVALID_CONTENT.because("%s lies before the year 1; check the date", change.validTime());
        }
        if (change.actor().indexOf('\0') >= 0 || change.cause().indexOf('\0') >= 0) {
            throw INVALID_CONTENT.because("the actor or the cause holds a NUL character; leave it out");
        }
    }

    private static Set<EntityRef> entities(List<Change> changes) {
        Set<EntityRef> entities = new LinkedHashSet<>();
        changes.forEach(change -> entities.add(change.entity()));
        return entities;
    }
}
