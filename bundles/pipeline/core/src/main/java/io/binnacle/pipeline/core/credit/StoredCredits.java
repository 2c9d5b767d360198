package io.binnacle.pipeline.core.credit;

import static io.binnacle.pipeline.api.PipelineError.INVALID_SPLIT;
import static io.binnacle.pipeline.api.PipelineError.OPPORTUNITY_NOT_FOUND;

import io.binnacle.pipeline.api.CreditShare;
import io.binnacle.pipeline.api.CreditSplit;
import io.binnacle.pipeline.api.Credits;
import io.binnacle.pipeline.core.PipelineSettings;
import io.binnacle.pipeline.core.Since;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.Ledger;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.pipeline.core.store.TimeTables;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Splits in a table for the present and in the journal for every other time. */
@Component
public final class StoredCredits implements Credits {

    private final Database database;
    private final Since since;
    private final Ledger<CreditSplit> ledger;

    @Activate
    public StoredCredits(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference PipelineSettings settings,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal, clock, settings);
    }

    public StoredCredits(Database database, Journal journal, Clock clock, PipelineSettings settings) {
        this.database = database;
        this.since = new Since(clock, settings.zone());
        this.ledger = new Ledger<>(database, journal, Entities.CREDIT_SPLIT, CreditSplit.class, TimeTables.SPLITS);
    }

    @Override
    public CreditSplit of(UUID opportunity, AsOf asOf) {
        return database.read(handle -> {
            requireDeal(handle, opportunity);
            return ledger.find(handle, opportunity, asOf)
                    .orElseGet(() -> new CreditSplit(opportunity, List.of(), List.of(), List.of(), 0));
        });
    }

    @Override
    public Map<UUID, List<CreditShare>> revenue(AsOf asOf) {
        return database.read(handle -> ledger.all(handle, asOf)).stream()
                .filter(split -> !split.revenue().isEmpty())
                .collect(Collectors.toMap(CreditSplit::id, CreditSplit::revenue));
    }

    @Override
    public CreditSplit split(CreditSplit wanted, Optional<LocalDate> validSince, Principal by, String reason) {
        Instant from = since.of(validSince);
        String cause = reason.isBlank() ? "credit split" : reason;
        return database.inTransaction(handle -> {
            OpportunityTable.ROWS.lock(handle, List.of(wanted.id()));
            requireDeal(handle, wanted.id());
            check(handle, wanted);
            Optional<CreditSplit> held = ledger.lock(handle, wanted.id());
            Ledger.same(
                    "the split of",
                    wanted.id(),
                    wanted.version(),
                    held.map(CreditSplit::version).orElse(0L));
            return held.isEmpty()
                    ? ledger.add(handle, wanted.id(), wanted, from, by, cause)
                    : ledger.patch(handle, wanted.id(), Fields.of(wanted), from, by, cause);
        });
    }

    private static void requireDeal(Handle handle, UUID opportunity) {
        if (OpportunityTable.ROWS.find(handle, opportunity).isEmpty()) {
            throw OPPORTUNITY_NOT_FOUND.because("there is no opportunity with the id %s", opportunity);
        }
    }

    private static void check(Handle handle, CreditSplit split) {
        List<FieldError> errors = new ArrayList<>();
        errors.addAll(SplitRules.broken("revenue", split.revenue()));
        errors.addAll(SplitRules.broken("overlay", split.overlay()));
        errors.addAll(SplitRules.broken("consumption", split.consumption()));
        errors.addAll(SplitRules.total(split.revenue()));
        split.revenue().stream()
                .filter(share -> Tables.NODES.find(handle, share.node()).isEmpty())
                .forEach(share -> errors.add(new FieldError(
                        "/revenue", "UNKNOWN_REFERENCE", "the sales hierarchy has no node " + share.node())));
        if (!errors.isEmpty()) {
            throw INVALID_SPLIT
                    .because("%s", "the deal was not split: " + errors.get(0).detail())
                    .at(errors);
        }
    }
}
