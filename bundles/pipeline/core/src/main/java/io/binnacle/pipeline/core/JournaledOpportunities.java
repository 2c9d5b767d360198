package io.binnacle.pipeline.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.api.Opportunities;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opportunities in a table for the present and in the journal for every other time. */
@Component
public final class JournaledOpportunities implements Opportunities {

    private final Database database;
    private final Journal journal;
    private final Deals deals;
    private final DealEdits edits;

    @Activate
    public JournaledOpportunities(
            @Reference Database database, @Reference Journal journal, @Reference DealEdits edits) {
        this.database = database;
        this.journal = journal;
        this.deals = new Deals(journal);
        this.edits = edits;
    }

    public JournaledOpportunities(Database database, Journal journal, Clock clock, ZoneId zone) {
        this(database, journal, clock, zone, new Gates());
    }

    public JournaledOpportunities(Database database, Journal journal, Clock clock, ZoneId zone, Gates gates) {
        this(database, journal, new DealEdits(database, journal, clock, zone, gates));
    }

    @Override
    public Optional<Opportunity> find(UUID id, AsOf asOf) {
        return database.read(handle -> deals.find(handle, id, asOf));
    }

    @Override
    public List<Opportunity> list(OpportunityFilter filter, AsOf asOf) {
        return database.read(handle -> deals.list(handle, filter, asOf, Optional.empty(), Integer.MAX_VALUE));
    }

    @Override
    public Page<Opportunity> page(OpportunityFilter filter, AsOf asOf, Paging paging) {
        Optional<UUID> after = paging.cursor().map(Cursor::read);
        List<Opportunity> found = database.read(handle -> deals.list(handle, filter, asOf, after, paging.limit() + 1));
        if (found.size() <= paging.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<Opportunity> items = found.subList(0, paging.limit());
        return new Page<>(
                items, Optional.of(Cursor.behind(items.get(items.size() - 1).id())));
    }

    @Override
    public List<Event> history(UUID id) {
        return journal.history(ref(id));
    }

    @Override
    public Map<UUID, Instant> lastChanges() {
        return database.read(OpportunityTable::lastChanges);
    }

    @Override
    public Opportunity create(ObjectNode fields, Principal by, String reason) {
        return edits.create(fields, by, reason);
    }

    @Override
    public Opportunity change(
            UUID id,
            long expectedVersion,
            ObjectNode patch,
            Optional<LocalDate> validSince,
            Principal by,
            String reason) {
        return edits.change(new Wish(id, expectedVersion, patch, validSince, by, reason, Map.of()));
    }

    @Override
    public Opportunity delete(UUID id, long expectedVersion, Principal by, String reason) {
        return edits.setDeleted(id, expectedVersion, true, by, reason);
    }

    @Override
    public Opportunity restore(UUID id, long expectedVersion, Principal by, String reason) {
        return edits.setDeleted(id, expectedVersion, false, by, reason);
    }

    private static EntityRef ref(UUID id) {
        return new EntityRef(Entities.OPPORTUNITY, id);
    }
}
