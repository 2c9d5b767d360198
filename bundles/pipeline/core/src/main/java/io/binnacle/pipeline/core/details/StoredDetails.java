package io.binnacle.pipeline.core.details;

import static io.binnacle.pipeline.api.PipelineError.OPPORTUNITY_NOT_FOUND;

import io.binnacle.pipeline.api.OpportunityDetails;
import io.binnacle.pipeline.api.OpportunityLine;
import io.binnacle.pipeline.api.Touch;
import io.binnacle.pipeline.core.store.DetailTables;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Ledger;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.pipeline.core.store.TypedTable;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lines and touches in tables for the present and in the journal for every other time. */
@Component
public final class StoredDetails implements OpportunityDetails {

    private static final Comparator<Touch> BY_DAY =
            Comparator.comparing(Touch::day).thenComparing(Touch::id);

    private final Database database;
    private final Ledger<OpportunityLine> lines;
    private final Ledger<Touch> touches;

    @Activate
    public StoredDetails(
            @Reference Database database,
            @Reference Journal journal,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal);
    }

    public StoredDetails(Database database, Journal journal) {
        this.database = database;
        this.lines = new Ledger<>(database, journal, Entities.LINE, OpportunityLine.class, DetailTables.LINES);
        this.touches = new Ledger<>(database, journal, Entities.TOUCH, Touch.class, DetailTables.TOUCHES);
    }

    @Override
    public List<OpportunityLine> lines(UUID opportunity, AsOf asOf) {
        return database.read(
                handle -> of(handle, opportunity, asOf, DetailTables.LINES, OpportunityLine::id, lines).stream()
                        .filter(line -> !line.removed())
                        .toList());
    }

    // A touch says itself on which day it was, so of the two times only the known one restricts.
    @Override
    public List<Touch> touches(UUID opportunity, Instant knownAt) {
        AsOf asOf = new AsOf(Instant.MAX, knownAt);
        return database.read(handle -> of(handle, opportunity, asOf, DetailTables.TOUCHES, Touch::id, touches).stream()
                .sorted(BY_DAY)
                .toList());
    }

    @Override
    public Map<UUID, LocalDate> lastTouches(LocalDate upTo, Instant knownAt) {
        if (knownAt.equals(Instant.MAX)) {
            return database.read(handle -> lastTouches(handle, upTo));
        }
        Map<UUID, LocalDate> last = new HashMap<>();
        database.read(handle -> touches.all(handle, new AsOf(Instant.MAX, knownAt))).stream()
                .filter(touch -> touch.done() && !touch.day().isAfter(upTo))
                .forEach(touch -> last.merge(touch.opportunity(), touch.day(), (a, b) -> a.isAfter(b) ? a : b));
        return last;
    }

    private static Map<UUID, LocalDate> lastTouches(Handle handle, LocalDate upTo) {
        Map<UUID, LocalDate> last = new HashMap<>();
        handle.createQuery("select opportunity_id, max(day) as day from pipeline.touch where done and day <= :day"
                        + " group by opportunity_id")
                .bind("day", upTo)
                .map((row, context) ->
                        last.put(row.getObject("opportunity_id", UUID.class), row.getObject("day", LocalDate.class)))
                .forEach(previous -> {});
        return last;
    }

    private static <T> List<T> of(
            Handle handle, UUID deal, AsOf asOf, TypedTable<T> table, Function<T, UUID> id, Ledger<T> ledger) {
        if (OpportunityTable.ROWS.find(handle, deal).isEmpty()) {
            throw OPPORTUNITY_NOT_FOUND.because("there is no opportunity with the id %s", deal);
        }
        List<T> now = table.of(handle, "opportunity_id", List.of(deal));
        return asOf.isLatest()
                ? now
                : now.stream()
                        .flatMap(row -> ledger.find(handle, id.apply(row), asOf).stream())
                        .toList();
    }
}
