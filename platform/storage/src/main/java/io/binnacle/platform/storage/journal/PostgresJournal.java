package io.binnacle.platform.storage.journal;

import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.EntityState;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.journal.Verification;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.time.AsOf;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The journal in the schema {@code journal}. */
@Component(service = {Journal.class, PostgresJournal.class})
public final class PostgresJournal implements Journal, AutoCloseable {

    private final Database database;
    private final Clock clock;
    private final CommitSignal signal = new CommitSignal();

    @Activate
    public PostgresJournal(
            @Reference Database database,
            @Reference Clock clock,
            @Reference(target = "(schema=journal)") SchemaReady ready) {
        this(database, clock);
    }

    public PostgresJournal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Appended> append(List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        return database.inTransaction(handle -> {
            List<Appended> appended = new Appender(database, handle, clock.instant()).append(changes);
            database.afterCommit(signal::committed);
            return appended;
        });
    }

    /**
     * Takes in another journal's events in one transaction, while nobody else writes.
     *
     * @param local types whose entities may be here already
     * @throws io.binnacle.platform.api.error.PlatformException INSTANCE_NOT_EMPTY when there are entities of others
     */
    public void receive(Set<String> local, Consumer<Arrivals> source) {
        database.useTransaction(handle -> {
            Arrivals arrivals = new Arrivals(database, handle, local);
            source.accept(arrivals);
            arrivals.enter();
            database.afterCommit(signal::committed);
        });
    }

    @Override
    public Optional<EntityState> state(EntityRef entity, AsOf asOf) {
        return database.read(handle -> States.one(handle, entity, asOf));
    }

    @Override
    public Stream<EntityState> states(String type, AsOf asOf) {
        return database.read(handle -> States.all(handle, type, asOf));
    }

    @Override
    public List<Event> history(EntityRef entity) {
        return database.read(handle -> EventRows.of(handle, entity));
    }

    @Override
    public List<Event> after(Position position, int limit) {
        return database.read(handle -> EventRows.after(handle, position, limit));
    }

    @Override
    public Position head() {
        return database.read(EventRows::head);
    }

    @Override
    public AutoCloseable onCommit(Runnable listener) {
        return signal.subscribe(listener);
    }

    @Override
    public Verification verify(Progress progress) {
        return database.read(handle -> new Verifier(progress).verify(handle));
    }

    @Deactivate
    @Override
    public void close() {
        signal.close();
    }
}
