package io.binnacle.pipeline.core;

import static io.binnacle.pipeline.api.PipelineError.OPPORTUNITY_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;
import static io.binnacle.platform.api.error.PlatformError.STALE_VERSION;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.core.history.StandingProjection;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.OpportunityRow;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes and changes opportunities in the table and the journal, by the rules and through the gates. */
@Component(service = DealEdits.class)
public final class DealEdits {

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final ZoneId zone;
    private final StandingProjection standings;
    private final Gates gates;

    @Activate
    public DealEdits(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference PipelineSettings settings,
            @Reference StandingProjection standings,
            @Reference Gates gates) {
        this(database, journal, clock, standings, gates, settings.zone());
    }

    public DealEdits(Database database, Journal journal, Clock clock, ZoneId zone, Gates gates) {
        this(database, journal, clock, new StandingProjection(database, journal), gates, zone);
    }

    private DealEdits(
            Database database, Journal journal, Clock clock, StandingProjection standings, Gates gates, ZoneId zone) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.zone = zone;
        this.standings = standings;
        this.gates = gates;
    }

    Opportunity create(ObjectNode fields, Principal by, String reason) {
        Instant now = now();
        ObjectNode wanted = Fields.merge(defaults(now), fields);
        Edit edit = new Edit(UuidCreator.getTimeOrderedEpoch(), Json.object(), fields, wanted);
        return database.inTransaction(handle -> {
            Opportunity deal = edit.checked(handle, Optional.empty(), today(now));
            String cause = gates.pass(new Gates.Step(Optional.empty(), deal, now, reason, Map.of()), "created");
            Change change = new Change(ref(deal.id()), now, by.name(), cause, Fields.of(deal));
            Appended appended = journal.append(List.of(change)).get(0);
            Opportunity created = Fields.read(deal.id(), appended.seq(), Fields.of(deal), Opportunity.class);
            OpportunityRow row = new OpportunityRow(created, now, appended.recordedTime());
            OpportunityTable.ROWS.insert(database, handle, List.of(row));
            standings.follow(handle, appended, row.standing(now));
            return created;
        });
    }

    /** Grants a wish, or says what stands against it. */
    public Opportunity change(Wish wish) {
        return database.inTransaction(handle -> {
            OpportunityRow row = locked(handle, wish.id(), wish.version());
            Instant now = now();
            Instant since = wish.validSince()
                    .map(day -> Corrections.since(day, zone, now))
                    .orElse(now);
            ObjectNode held = wish.validSince().isEmpty()
                    ? Fields.of(row.deal())
                    : Corrections.heldAt(journal, ref(wish.id()), since, zone).fields();
            Edit edit = new Edit(wish.id(), held, wish.patch(), Fields.merge(held, wish.patch()));
            Optional<Boolean> reasonGiven = wish.correction()
                    ? Optional.empty()
                    : Optional.of(!wish.reason().isBlank());
            Opportunity result = edit.checked(handle, reasonGiven, today(now));
            ObjectNode difference = Fields.patch(held, Fields.of(result));
            if (difference.isEmpty()) {
                return row.deal();
            }
            Opportunity before = Fields.read(wish.id(), 0, held, Opportunity.class);
            String cause = gates.pass(
                    new Gates.Step(Optional.of(before), result, now, wish.reason(), wish.evidence()), "changed");
            Change change = new Change(ref(wish.id()), since, wish.by().name(), cause, difference);
            return keep(handle, row, change, result);
        });
    }

    Opportunity setDeleted(UUID id, long expectedVersion, boolean deleted, Principal by, String reason) {
        if (reason.isBlank()) {
            throw INVALID_PARAMETER
                    .because("say in ?reason= why the opportunity is %s", deleted ? "removed" : "restored")
                    .at("/reason");
        }
        return database.inTransaction(handle -> {
            OpportunityRow row = locked(handle, id, expectedVersion);
            if (row.deal().deleted() == deleted) {
                return row.deal();
            }
            ObjectNode held = Fields.of(row.deal());
            ObjectNode wanted = Fields.merge(held, Json.object().put("deleted", deleted));
            Change change = new Change(ref(id), now(), by.name(), reason, Fields.patch(held, wanted));
            return keep(handle, row, change, Fields.read(id, 0, wanted, Opportunity.class));
        });
    }

    private Opportunity keep(Handle handle, OpportunityRow row, Change change, Opportunity result) {
        Appended appended = journal.append(List.of(change)).get(0);
        Opportunity current = appended.inOrder()
                ? Fields.read(result.id(), appended.seq(), Fields.of(result), Opportunity.class)
                : Corrections.current(journal, appended.entity());
        Instant changedAt = change.validTime().isAfter(row.changedAt()) ? change.validTime() : row.changedAt();
        OpportunityRow kept = new OpportunityRow(current, changedAt, appended.recordedTime());
        OpportunityTable.ROWS.update(handle, List.of(kept));
        standings.follow(handle, appended, kept.standing(change.validTime()));
        return current;
    }

    private static OpportunityRow locked(Handle handle, UUID id, long expectedVersion) {
        OpportunityRow row = OpportunityTable.ROWS.lock(handle, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> OPPORTUNITY_NOT_FOUND.because("there is no opportunity with the id %s", id));
        if (row.deal().version() != expectedVersion) {
            throw STALE_VERSION.because(
                    "opportunity %s is at version %d by now, not %d: read it again and repeat your change",
                    id, row.deal().version(), expectedVersion);
        }
        return row;
    }

    private ObjectNode defaults(Instant now) {
        return Json.object()
                .put("status", OpportunityStatus.OPEN.name())
                .put("category", ForecastCategory.PIPELINE.name())
                .put("pipeline", Opportunity.STANDARD)
                .put("historyQuality", HistoryQuality.FULL.name())
                .put("createdOn", today(now).toString())
                .set("externalRefs", Json.mapper().createArrayNode());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    private static EntityRef ref(UUID id) {
        return new EntityRef(Entities.OPPORTUNITY, id);
    }
}
