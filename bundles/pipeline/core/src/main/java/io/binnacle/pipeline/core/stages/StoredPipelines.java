package io.binnacle.pipeline.core.stages;

import static io.binnacle.pipeline.api.PipelineError.INVALID_PIPELINE;
import static io.binnacle.pipeline.api.PipelineError.PIPELINE_NOT_FOUND;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.stages.Pipeline;
import io.binnacle.pipeline.api.stages.Pipelines;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.Ledger;
import io.binnacle.pipeline.core.store.StageTables;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pipelines in a table, with their past in the journal; the standard one is there before anybody has written it. */
@Component
public final class StoredPipelines implements Pipelines {

    private static final Pipeline UNCHANGED = new Pipeline(STANDARD, Opportunity.STANDARD, "Standard", List.of(), 0);

    private final Database database;
    private final Clock clock;
    private final StageRules rules;
    private final Ledger<Pipeline> ledger;

    @Activate
    public StoredPipelines(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference StageRules rules,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal, clock, rules);
    }

    public StoredPipelines(Database database, Journal journal, Clock clock, StageRules rules) {
        this.database = database;
        this.clock = clock;
        this.rules = rules;
        this.ledger = new Ledger<>(database, journal, Entities.PIPELINE, Pipeline.class, StageTables.PIPELINES);
    }

    @Override
    public List<Pipeline> all(AsOf asOf) {
        return database.read(handle -> all(handle, asOf));
    }

    private List<Pipeline> all(Handle handle, AsOf asOf) {
        List<Pipeline> stored = ledger.all(handle, asOf);
        boolean unchanged = stored.stream().noneMatch(one -> one.id().equals(STANDARD));
        return Stream.concat(unchanged ? Stream.of(UNCHANGED) : Stream.empty(), stored.stream())
                .sorted(Comparator.comparing(Pipeline::key))
                .toList();
    }

    @Override
    public Optional<Pipeline> find(UUID id, AsOf asOf) {
        return all(asOf).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Pipeline> named(String key, AsOf asOf) {
        return all(asOf).stream().filter(one -> one.key().equals(key)).findFirst();
    }

    @Override
    public Pipeline create(Pipeline wanted, Principal by, String reason) {
        PipelineRules.check(wanted, rules);
        return database.inTransaction(handle -> {
            hold(handle);
            if (all(handle, AsOf.LATEST).stream().anyMatch(one -> one.key().equals(wanted.key()))) {
                throw INVALID_PIPELINE
                        .because("there is a pipeline with the key '%s' already", wanted.key())
                        .at("/key");
            }
            return add(handle, UuidCreator.getTimeOrderedEpoch(), wanted, by, reason.isBlank() ? "created" : reason);
        });
    }

    @Override
    public Pipeline replace(Pipeline wanted, Principal by, String reason) {
        PipelineRules.check(wanted, rules);
        String cause = reason.isBlank() ? "changed" : reason;
        return database.inTransaction(handle -> {
            hold(handle);
            Pipeline held = held(handle, wanted);
            ObjectNode patch = Fields.patch(Fields.of(held), Fields.of(wanted));
            if (patch.isEmpty()) {
                return held;
            }
            return held.version() == 0
                    ? add(handle, held.id(), wanted, by, cause)
                    : ledger.patch(handle, held.id(), patch, clock.instant(), by, cause);
        });
    }

    private Pipeline held(Handle handle, Pipeline wanted) {
        Pipeline held = all(handle, AsOf.LATEST).stream()
                .filter(one -> one.id().equals(wanted.id()))
                .findFirst()
                .orElseThrow(() -> PIPELINE_NOT_FOUND.because("there is no pipeline with the id %s", wanted.id()));
        Ledger.same("pipeline", held.id(), wanted.version(), held.version());
        if (!held.key().equals(wanted.key())) {
            throw INVALID_PIPELINE
                    .because("the key stays '%s', for deals name the pipeline by it", held.key())
                    .at("/key");
        }
        return held;
    }

    private Pipeline add(Handle handle, UUID id, Pipeline wanted, Principal by, String cause) {
        return ledger.add(handle, id, wanted, clock.instant(), by, cause);
    }

    private static void hold(Handle handle) {
        handle.execute("lock table pipeline.sales_pipeline in share row exclusive mode");
    }
}
