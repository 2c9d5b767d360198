package io.binnacle.platform.storage.journal;

import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/** The rows of changes, chained as they are asked for: while the database takes some in, the next are hashed. */
final class ChainedRows implements Enumeration<InputStream> {

    private static final int AT_A_TIME = 200;

    private final EventHash hashes = new EventHash();
    private final List<Appended> appended;
    private final Iterator<Change> changes;
    private final Heads heads;
    private final Instant now;

    ChainedRows(List<Change> changes, Heads heads, Instant now) {
        this.appended = new ArrayList<>(changes.size());
        this.changes = changes.iterator();
        this.heads = heads;
        this.now = now;
    }

    /** What became of the changes, once their rows have been read. */
    List<Appended> appended() {
        return appended;
    }

    @Override
    public boolean hasMoreElements() {
        return changes.hasNext();
    }

    @Override
    public InputStream nextElement() {
        CopyText rows = new CopyText();
        for (int i = 0; i < AT_A_TIME && changes.hasNext(); i++) {
            add(changes.next(), rows);
        }
        return rows.stream();
    }

    private void add(Change change, CopyText rows) {
        NewEvent event = NewEvent.after(heads.of(change.entity()), change, now, hashes);
        heads.advance(event);
        appended.add(new Appended(event.entity(), event.seq(), event.recordedTime(), event.inOrder()));
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
}
