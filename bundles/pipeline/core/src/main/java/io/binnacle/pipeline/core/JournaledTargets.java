package io.binnacle.pipeline.core;

import static io.binnacle.pipeline.api.PipelineError.NODE_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.pipeline.api.Calendars;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.api.Targets;
import io.binnacle.pipeline.core.calendars.StoredCalendars;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Targets in a table, with their past in the journal. */
@Component
public final class JournaledTargets implements Targets {

    private final Database database;
    private final Journal journal;
    private final Clock clock;
    private final Calendars calendars;

    @Activate
    public JournaledTargets(
            @Reference Database database,
            @Reference Journal journal,
            @Reference Clock clock,
            @Reference PipelineSettings settings,
            @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database, journal, clock, settings);
    }

    public JournaledTargets(Database database, Journal journal, Clock clock, PipelineSettings settings) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
        this.calendars = new StoredCalendars(database, journal, clock, settings);
    }

    @Override
    public List<Target> all() {
        return database.read(handle -> Tables.TARGETS.all(handle, "t.quarter, t.node_id, t.metric"));
    }

    @Override
    public Target set(UUID node, Target.Metric metric, String quarter, Money amount, Principal by, String reason) {
        check(quarter, amount);
        return database.inTransaction(handle -> {
            holdNode(handle, node);
            Optional<Target> old = Tables.TARGETS.all(handle, "t.id").stream()
                    .filter(target -> target.node().equals(node)
                            && target.metric() == metric
                            && target.quarter().equals(quarter))
                    .findFirst();
            UUID id = old.map(Target::id).orElseGet(UuidCreator::getTimeOrderedEpoch);
            Target wanted = new Target(id, node, metric, quarter, amount, 0);
            return keep(handle, old, wanted, by, reason.isBlank() ? "target set" : reason);
        });
    }

    private void check(String quarter, Money amount) {
        try {
            calendars.standard().calendar().quarter(quarter);
        } catch (IllegalArgumentException e) {
            throw INVALID_CONTENT.because("%s", e.getMessage()).at("/quarter");
        }
        if (!AmountRange.contains(amount.amount())) {
            throw INVALID_CONTENT.because("%s", AmountRange.EXPLAINED).at("/amount");
        }
        if (amount.amount().signum() < 0) {
            throw INVALID_CONTENT.because("a target must not be less than 0").at("/amount");
        }
    }

    // Two callers who set the same target for the first time meet here.
    private static void holdNode(Handle handle, UUID node) {
        if (Tables.NODES.lock(handle, List.of(node)).isEmpty()) {
            throw NODE_NOT_FOUND
                    .because("the sales hierarchy has no node with the id %s", node)
                    .at("/node");
        }
    }

    private Target keep(Handle handle, Optional<Target> old, Target wanted, Principal by, String cause) {
        ObjectNode patch = Fields.patch(old.map(Fields::of).orElseGet(Json::object), Fields.of(wanted));
        if (patch.isEmpty()) {
            return old.orElseThrow();
        }
        EntityRef ref = new EntityRef(Entities.TARGET, wanted.id());
        Change change = new Change(ref, clock.instant(), by.name(), cause, patch);
        long version = journal.append(List.of(change)).get(0).seq();
        Target target = Fields.read(wanted.id(), version, Fields.of(wanted), Target.class);
        if (old.isPresent()) {
            Tables.TARGETS.update(handle, List.of(target));
        } else {
            Tables.TARGETS.insert(database, handle, List.of(target));
        }
        return target;
    }
}
