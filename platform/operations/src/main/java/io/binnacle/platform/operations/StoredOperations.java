package io.binnacle.platform.operations;

import static io.binnacle.platform.api.error.PlatformError.CONFLICT;
import static io.binnacle.platform.api.error.PlatformError.ENTITY_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.NOT_READY;

import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operation.State;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Operations whose outcome outlives the process. */
@Component(
        service = {Operations.class, StoredOperations.class},
        configurationPid = "io.binnacle.operations")
@Designate(ocd = StoredOperations.Config.class)
public final class StoredOperations implements Operations {

    @ObjectClassDefinition(name = "Operations")
    @interface Config {
        @AttributeDefinition(name = "Threads", description = "Operations that run at the same time", min = "1")
        int threads() default 2;

        @AttributeDefinition(name = "Waiting", description = "Operations that may wait for a thread", min = "1")
        int waiting() default 50;
    }

    private static final Logger LOG = LoggerFactory.getLogger(StoredOperations.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final OperationStore store;
    private final Clock clock;
    private final Workers workers;
    private final BooleanSupplier stopping;
    private final Map<UUID, RunningOperation> running = new ConcurrentHashMap<>();

    @Activate
    public StoredOperations(
            Config config,
            BundleContext context,
            @Reference Database database,
            @Reference Clock clock,
            @Reference(target = "(schema=operations)") SchemaReady tables) {
        this(
                new OperationStore(database, Node.in(Path.of(context.getProperty("binnacle.data")))),
                clock,
                new Workers(config.threads(), config.waiting()),
                // Other bundles stop before this one, and their work fails only because of that.
                () -> context.getBundle(Constants.SYSTEM_BUNDLE_ID).getState() == Bundle.STOPPING);
    }

    StoredOperations(OperationStore store, Clock clock, Workers workers) {
        this(store, clock, workers, () -> false);
    }

    private StoredOperations(OperationStore store, Clock clock, Workers workers, BooleanSupplier platformStops) {
        this.stopping = () -> workers.areStopping() || platformStops.getAsBoolean();
        this.store = store;
        this.clock = clock;
        this.workers = workers;
        store.interruptLeftovers(Job.INTERRUPTED, clock.instant());
        forget();
        workers.every(Duration.ofMillis(250), this::keepProgress);
        workers.every(Duration.ofDays(1), this::forget);
    }

    @Override
    public Operation start(String kind, Principal by, Task task) {
        if (workers.areBusy()) {
            throw busy();
        }
        RunningOperation operation = new RunningOperation(started(kind, by));
        Job job = new Job(operation, task, clock, stopping, this::keepEnd);
        store.insert(operation.now(), () -> submit(job));
        return operation.now();
    }

    @Override
    public Optional<Operation> find(UUID id) {
        RunningOperation here = running.get(id);
        return here == null ? store.find(id) : Optional.of(here.now());
    }

    @Override
    public List<Operation> newest(String kind, Optional<UUID> before, int limit) {
        return current(store.newest(Optional.of(kind), before, limit));
    }

    /**
     * Makes an operation end at its next report; answers how far it is until then.
     *
     * @throws PlatformException CONFLICT when it has ended or runs elsewhere, ENTITY_NOT_FOUND
     */
    Operation cancel(UUID id, Principal by) {
        RunningOperation here = running.get(id);
        if (here == null || here.hasEnded()) {
            Operation there = find(id).orElseThrow(() -> unknown(id));
            throw CONFLICT.because("operation %s cannot be cancelled: %s", id, there.message());
        }
        here.cancel(by.name());
        return here.now();
    }

    static PlatformException unknown(UUID id) {
        return ENTITY_NOT_FOUND.because("there is no operation %s; those of the last 30 days are kept", id);
    }

    List<Operation> newest(Optional<UUID> before, int limit) {
        return current(store.newest(Optional.empty(), before, limit));
    }

    private List<Operation> current(List<Operation> kept) {
        return kept.stream()
                .map(stored -> Optional.ofNullable(running.get(stored.id()))
                        .map(RunningOperation::now)
                        .orElse(stored))
                .toList();
    }

    @Deactivate
    void stop() {
        workers.stop().forEach(job -> ((Job) job).drop());
    }

    private void submit(Job job) {
        running.put(job.operation().now().id(), job.operation());
        try {
            workers.run(job);
        } catch (RejectedExecutionException e) {
            job.refuse(busy());
        }
    }

    private void keepEnd(RunningOperation operation) {
        // Whoever interrupted the task did not mean the writing of its end.
        Thread.interrupted();
        try {
            keep(operation);
        } catch (RuntimeException e) {
            LOG.warn(
                    "how {} ended cannot be stored yet and will be tried again",
                    operation.now().id(),
                    e);
        }
    }

    /** What fails here is tried again at the next turn; until then the operation is answered from memory. */
    private void keepProgress() {
        for (RunningOperation operation : running.values()) {
            try {
                keep(operation);
            } catch (RuntimeException e) {
                LOG.debug("the progress of {} cannot be stored", operation.now().id(), e);
            }
        }
    }

    private void keep(RunningOperation operation) {
        boolean last = operation.hasEnded();
        operation.keep(store);
        if (last) {
            running.remove(operation.now().id());
        }
    }

    private void forget() {
        store.deleteEndedBefore(clock.instant().minus(KEPT));
    }

    private Operation started(String kind, Principal by) {
        return new Operation(
                UuidCreator.getTimeOrderedEpoch(),
                kind,
                State.RUNNING,
                0,
                "waiting for a free thread",
                by.name(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static PlatformException busy() {
        return NOT_READY.because("too many operations wait already; try again when one of them has ended");
    }
}
