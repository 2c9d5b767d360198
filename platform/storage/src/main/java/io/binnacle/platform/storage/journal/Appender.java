package io.binnacle.platform.storage.journal;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Numbers, chains and writes changes: three statements for any number of them, up to a batch. */
final class Appender {

    private static final int BATCH = 5_000;

    private final EventHash hashes = new EventHash();
    private final Handle handle;
    private final Instant now;

    Appender(Handle handle, Instant now) {
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
                answers.add(new Appended(event.entity(), event.seq(), event.inOrder()));
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
        handle.createUpdate("insert into journal.event (entity_type, entity_id, seq, valid_time, recorded_time,"
                        + " actor, cause, patch, prev_hash, hash)"
                        + " select type, id, seq, cast(valid as timestamptz), cast(recorded as timestamptz),"
                        + " actor, cause, cast(patch as json), decode(prev_hash, 'hex'), decode(hash, 'hex')"
                        + " from unnest(cast(:types as text[]), cast(:ids as uuid[]), cast(:seqs as bigint[]),"
                        + " cast(:valids as text[]), cast(:recordeds as text[]), cast(:actors as text[]),"
                        + " cast(:causes as text[]), cast(:patches as text[]), cast(:prevHashes as text[]),"
                        + " cast(:hashes as text[])) as new(type, id, seq, valid, recorded, actor, cause, patch,"
                        + " prev_hash, hash)")
                .bindArray("types", String.class, column(events, event -> event.entity()
                        .type()))
                .bindArray("ids", UUID.class, column(events, event -> event.entity()
                        .id()))
                .bindArray("seqs", Long.class, column(events, NewEvent::seq))
                .bindArray("valids", String.class, column(events, event -> event.validTime()
                        .toString()))
                .bindArray("recordeds", String.class, column(events, event -> event.recordedTime()
                        .toString()))
                .bindArray("actors", String.class, column(events, NewEvent::actor))
                .bindArray("causes", String.class, column(events, NewEvent::cause))
                .bindArray("patches", String.class, column(events, NewEvent::patch))
                .bindArray("prevHashes", String.class, column(events, NewEvent::prevHash))
                .bindArray("hashes", String.class, column(events, NewEvent::hash))
                .execute();
    }

    private static <T> List<T> column(List<NewEvent> events, Function<NewEvent, T> value) {
        return events.stream().map(value).toList();
    }
}
