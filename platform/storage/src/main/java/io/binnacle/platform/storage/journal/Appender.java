package io.binnacle.platform.storage.journal;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.storage.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Numbers, chains and writes changes: four statements for any number of them, up to a batch. */
final class Appender {

    private static final int BATCH = 5_000;
    private static final String COPY = "copy journal.event (entity_type, entity_id, seq, valid_time, recorded_time,"
            + " actor, cause, patch, prev_hash, hash) from stdin";

    private final EventHash hashes = new EventHash();
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
        List<Appended> answers = new ArrayList<>(changes.size());
        for (int from = 0; from < changes.size(); from += BATCH) {
            List<NewEvent> events = new ArrayList<>();
            for (Change change : changes.subList(from, Math.min(from + BATCH, changes.size()))) {
                NewEvent event = NewEvent.after(heads.of(change.entity()), change, now, hashes);
                heads.advance(event);
                events.add(event);
                answers.add(new Appended(event.entity(), event.seq(), event.recordedTime(), event.inOrder()));
            }
            insert(events);
        }
        heads.save(handle);
        return answers;
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

    private void insert(List<NewEvent> events) {
        CopyText rows = new CopyText();
        for (NewEvent event : events) {
            rows.row(
                    event.entity().type(),
                    event.entity().id(),
                    event.seq(),
                    event.validTime(),
                    event.recordedTime(),
                    event.actor(),
                    event.cause(),
                    event.patch(),
                    "\\x" + event.prevHash(),
                    "\\x" + event.hash());
        }
        database.copyIn(handle, COPY, rows.stream());
    }
}
