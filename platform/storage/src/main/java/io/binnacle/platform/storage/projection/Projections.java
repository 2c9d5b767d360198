package io.binnacle.platform.storage.projection;

import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The projections that are there. */
@Component(service = Projections.class)
public final class Projections {

    private final Database database;
    private final Map<Projection, Version> installed = new ConcurrentHashMap<>();

    @Activate
    public Projections(@Reference Database database, @Reference(target = "(schema=journal)") SchemaReady ready) {
        this(database);
    }

    public Projections(Database database) {
        this.database = database;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addProjection(ServiceReference<Projection> reference, Projection projection) {
        addProjection(reference.getBundle().getVersion(), projection);
    }

    /** Uses a projection of a bundle of this version. */
    public void addProjection(Version version, Projection projection) {
        installed.put(projection, version);
    }

    void removeProjection(Projection projection) {
        installed.remove(projection);
    }

    /**
     * Compares all tables with the journal, and mends them if asked to. Readers and writers go on: everything is
     * seen in one snapshot, in which both were written together.
     *
     * @throws io.binnacle.platform.api.error.PlatformException CONFLICT when a row to be mended is being changed
     */
    public RebuildReport rebuild(boolean repair, Progress progress) {
        return database.inTransaction(handle -> {
            handle.execute("set transaction isolation level repeatable read");
            return new Rebuild(database, handle, inUse(), progress).run(repair);
        });
    }

    /** The entity types that belong to this instance alone. */
    public Set<String> localTypes() {
        return inUse().stream()
                .filter(Projection::isLocal)
                .map(Projection::entityType)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Fills the tables in the transaction of {@code handle}. */
    public RebuildReport fill(Handle handle, Progress progress) {
        return new Rebuild(database, handle, inUse(), progress).run(true);
    }

    /** While a bundle is replaced, both versions are there: the newer counts. */
    private Collection<Projection> inUse() {
        Map<String, Projection> newest = new TreeMap<>();
        installed.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> newest.put(entry.getKey().entityType(), entry.getKey()));
        return newest.values();
    }
}
