package io.binnacle.pipeline.core.history;

import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Standing;
import io.binnacle.pipeline.core.store.Standings;
import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps where every deal stood in step with the journal, and makes it anew from there when it is missing. */
@Component(service = StandingProjection.class)
public final class StandingProjection {

    private static final Logger LOG = LoggerFactory.getLogger(StandingProjection.class);

    private final Database database;
    private final Journal journal;

    @Activate
    public StandingProjection(
            @Reference Database database,
            @Reference Journal journal,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal);
        complete();
    }

    public StandingProjection(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Adds standings that are known already. */
    public void add(Handle handle, List<Standing> standings) {
        Standings.insert(database, handle, standings);
    }

    /** Adds what one deal's events behind the number {@code seen} say, late ones among them. */
    public void follow(Handle handle, UUID deal, long seen) {
        add(handle, StandingFold.of(history(deal), seen + 1));
    }

    /** Tells what one event says that has just been appended. */
    public void follow(Handle handle, Appended appended, Standing now) {
        if (appended.inOrder()) {
            add(handle, List.of(now));
        } else {
            follow(handle, appended.entity().id(), appended.seq() - 1);
        }
    }

    /** Makes the standings of deals that were recorded before there were any. */
    public void complete() {
        int done = 0;
        while (true) {
            int some = database.inTransaction(this::completeSome);
            if (some == 0) {
                break;
            }
            done += some;
        }
        if (done > 0) {
            LOG.info("the history of {} deals is at hand now", done);
        }
    }

    private int completeSome(Handle handle) {
        List<UUID> deals = handle.createQuery(
                        "select id from pipeline.opportunity where recorded_at = 'infinity' limit 1000 for update")
                .mapTo(UUID.class)
                .list();
        Standings.delete(handle, deals);
        for (UUID deal : deals) {
            List<Event> history = history(deal);
            Instant recorded = history.get(history.size() - 1).recordedTime();
            add(handle, StandingFold.of(history, 1));
            handle.createUpdate("update pipeline.opportunity set recorded_at = :recorded where id = :id")
                    .bind("recorded", recorded)
                    .bind("id", deal)
                    .execute();
        }
        return deals.size();
    }

    private List<Event> history(UUID deal) {
        return journal.history(new EntityRef(Entities.OPPORTUNITY, deal));
    }
}
