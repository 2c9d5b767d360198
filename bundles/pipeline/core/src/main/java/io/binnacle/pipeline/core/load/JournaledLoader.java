package io.binnacle.pipeline.core.load;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineLoader;
import io.binnacle.pipeline.core.history.StandingProjection;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.ExternalRefs;
import io.binnacle.pipeline.core.store.ExternalRefs.Named;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Loads a batch in one transaction, with few statements however large it is. */
@Component
public final class JournaledLoader implements PipelineLoader {

    private static final String DRY_RUN = "pipeline_dry_run";

    private final Database database;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public JournaledLoader(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference StandingProjection history) {
        this(database, journal, clock);
    }

    public JournaledLoader(Database database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Outcome load(PipelineBatch batch, Principal by, String cause, boolean dryRun, Progress progress) {
        return database.inTransaction(handle -> {
            LoadContext load = new LoadContext(database, handle, journal, clock.instant(), by.name(), cause);
            return dryRun ? takenBack(handle, () -> load(batch, load, progress)) : load(batch, load, progress);
        });
    }

    // A savepoint, so that a caller's own work in the same transaction stays.
    private static Outcome takenBack(Handle handle, Supplier<Outcome> work) {
        handle.savepoint(DRY_RUN);
        Outcome outcome = work.get();
        handle.rollbackToSavepoint(DRY_RUN);
        return outcome;
    }

    private static Outcome load(PipelineBatch batch, LoadContext load, Progress progress) {
        ExternalRefs.lock(load.handle());
        Names names = Names.of(batch, load.handle());
        Tally tally = new Tally();
        Trees trees = new Trees(load, names, tally);
        trees.nodes(batch.nodes());
        trees.accounts(batch.accounts());
        trees.products(batch.products());
        trees.contacts(batch.contacts());
        progress.report(10, "hierarchy, accounts and products are in");
        Map<ExternalRef, String> digests =
                new DealWriter(load, names, tally).write(batch.deals(), progress.part(10, 90));
        trees.targets(batch.targets());
        new AttachmentWriter(load, names, tally).write(batch.attachments());
        keepNames(batch, load, names, digests);
        progress.report(100, "everything is in");
        return tally.outcome(notes(batch.deals()));
    }

    private static void keepNames(
            PipelineBatch batch, LoadContext load, Names names, Map<ExternalRef, String> digests) {
        Map<ExternalRef, Named> fresh = new LinkedHashMap<>();
        batch.nodes().forEach(node -> keep(node.ref(), Entities.NODE, names, digests, fresh));
        batch.accounts().forEach(account -> keep(account.ref(), Entities.ACCOUNT, names, digests, fresh));
        batch.products().forEach(product -> keep(product.ref(), Entities.PRODUCT, names, digests, fresh));
        batch.contacts().forEach(contact -> keep(contact.ref(), Entities.CONTACT, names, digests, fresh));
        batch.deals().forEach(deal -> keep(deal.ref(), Entities.OPPORTUNITY, names, digests, fresh));
        batch.attachments().forEach(attachment -> AttachmentWriter.own(attachment)
                .ifPresent(own -> keep(own.ref(), own.entity(), names, digests, fresh)));
        ExternalRefs.insert(load.database(), load.handle(), fresh);
        digests.keySet().removeAll(fresh.keySet());
        ExternalRefs.updateDigests(load.handle(), digests);
    }

    private static void keep(
            ExternalRef ref,
            String entity,
            Names names,
            Map<ExternalRef, String> digests,
            Map<ExternalRef, Named> fresh) {
        if (names.isNew(ref)) {
            fresh.put(ref, new Named(entity, names.id(ref), Optional.ofNullable(digests.get(ref))));
        }
    }

    private static List<String> notes(List<DealHistory> deals) {
        long unowned = deals.stream()
                .filter(deal ->
                        deal.states().get(deal.states().size() - 1).owner().isEmpty())
                .count();
        return unowned == 0 ? List.of() : List.of(unowned + " deals have no owner");
    }
}
