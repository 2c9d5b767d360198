package io.binnacle.pipeline.core.store;

import static io.binnacle.platform.api.error.PlatformError.STALE_VERSION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The entities of one kind: each change is an event in the journal and a row for the present. */
public final class Ledger<T> {

    private final Database database;
    private final Journal journal;
    private final String entity;
    private final Class<T> type;
    private final TypedTable<T> table;
    private final Past<T> past;

    public Ledger(Database database, Journal journal, String entity, Class<T> type, TypedTable<T> table) {
        this.database = database;
        this.journal = journal;
        this.entity = entity;
        this.type = type;
        this.table = table;
        this.past = new Past<>(journal, entity, type);
    }

    /** All of them at a point in both times, by id. */
    public List<T> all(Handle handle, AsOf asOf) {
        return asOf.isLatest() ? table.all(handle, "t.id") : past.all(asOf, Stream::toList);
    }

    /** One of them at a point in both times. */
    public Optional<T> find(Handle handle, UUID id, AsOf asOf) {
        return asOf.isLatest() ? table.find(handle, id) : past.find(id, asOf);
    }

    /** One of them, held against other writers until the transaction ends. */
    public Optional<T> lock(Handle handle, UUID id) {
        return table.lock(handle, List.of(id)).stream().findFirst();
    }

    /** Adds one. */
    public T add(Handle handle, UUID id, T wanted, Instant since, Principal by, String cause) {
        ObjectNode fields = Fields.of(wanted);
        T added = Fields.read(id, append(id, fields, since, by, cause).seq(), fields, type);
        table.insert(database, handle, List.of(added));
        return added;
    }

    /** Lays a merge patch over one, since a time that may be long ago; answers what holds now. */
    public T patch(Handle handle, UUID id, ObjectNode patch, Instant since, Principal by, String cause) {
        append(id, patch, since, by, cause);
        T current = Fields.read(
                journal.state(new EntityRef(entity, id), AsOf.LATEST).orElseThrow(), type);
        table.update(handle, List.of(current));
        return current;
    }

    /** @throws io.binnacle.platform.api.error.PlatformException STALE_VERSION when they differ */
    public static void same(String what, UUID id, long expected, long version) {
        if (expected != version) {
            throw STALE_VERSION.because(
                    "%s %s is at version %d by now, not %d: read it again and repeat your change",
                    what, id, version, expected);
        }
    }

    private Appended append(UUID id, ObjectNode patch, Instant since, Principal by, String cause) {
        Change change = new Change(new EntityRef(entity, id), since, by.name(), cause, patch);
        return journal.append(List.of(change)).get(0);
    }
}
