package io.binnacle.platform.storage.journal;

import static io.binnacle.platform.storage.journal.JournalError.INSTANCE_NOT_EMPTY;

import io.binnacle.platform.api.storage.Database;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Events that move into an empty journal with their own times, numbers and hashes. They wait beside it until all
 * are there, and then enter in the order in which they were recorded, so that the stream of changes tells them so.
 */
public final class Arrivals {

    private static final int BATCH = 5_000;
    private static final String COLUMNS =
            "entity_type, entity_id, seq, valid_time, recorded_time, actor, cause, patch, prev_hash, hash";

    private final Database database;
    private final Handle handle;
    private CopyText waiting = new CopyText();
    private int waitingRows;

    /**
     * Keeps everybody else from writing until the transaction ends.
     *
     * @param local types whose entities may be here already
     */
    Arrivals(Database database, Handle handle, Set<String> local) {
        this.database = database;
        this.handle = handle;
        handle.execute("lock table journal.event, journal.head in share row exclusive mode");
        Set<String> present = new TreeSet<>(Histories.types(handle).keySet());
        present.removeAll(local);
        if (!present.isEmpty()) {
            throw INSTANCE_NOT_EMPTY.because(
                    "there is data here already, of the types %s, and a restore never mixes with any; restore into an"
                            + " instance with a new data folder",
                    String.join(", ", present));
        }
        handle.execute("create temp table arriving on commit drop as select " + COLUMNS + " from journal.event"
                + " with no data");
    }

    /** Takes an event that fits its chain. */
    public void add(StoredEvent event, String prevHash) {
        waiting.row(
                event.entity().type(),
                event.entity().id(),
                event.seq(),
                event.validTime(),
                event.recordedTime(),
                event.actor(),
                event.cause(),
                event.patch(),
                "\\x" + prevHash,
                "\\x" + event.hash());
        if (++waitingRows == BATCH) {
            flush();
        }
    }

    void enter() {
        flush();
        handle.execute("insert into journal.event (" + COLUMNS + ") select " + COLUMNS
                + " from arriving order by recorded_time, entity_type, entity_id, seq");
        handle.execute("""
                insert into journal.head
                select entity_type, entity_id, max(seq), (array_agg(hash order by seq desc))[1],
                    max(valid_time), max(recorded_time)
                from arriving group by entity_type, entity_id""");
    }

    private void flush() {
        if (waitingRows > 0) {
            database.copyIn(handle, "copy arriving (" + COLUMNS + ") from stdin", waiting.stream());
            waiting = new CopyText();
            waitingRows = 0;
        }
    }
}
