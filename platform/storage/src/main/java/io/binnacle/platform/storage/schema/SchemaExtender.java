package io.binnacle.platform.storage.schema;

import io.binnacle.platform.api.storage.SchemaReady;
import java.sql.SQLException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every active bundle with a {@code Binnacle-Schema} header its tables, then says so by a service. */
public final class SchemaExtender implements BundleTrackerCustomizer<SchemaExtender.Schema>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaExtender.class);
    private static final String HEADER = "Binnacle-Schema";
    private static final int LONGEST_PAUSE_SECONDS = 30;

    private final BundleContext context;
    private final Migrations migrations;
    private final ScheduledExecutorService thread;
    private final BundleTracker<Schema> tracker;

    /** Migrations run on {@code thread}, so that no bundle's start waits for the database. */
    public SchemaExtender(BundleContext context, Migrations migrations, ScheduledExecutorService thread) {
        this.context = context;
        this.migrations = migrations;
        this.thread = thread;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
    }

    /** Begins with the bundles that are active already. */
    public void open() {
        tracker.open();
    }

    /** The first schema that is not ready, and why. */
    public Optional<String> missing() {
        return tracker.getTracked().values().stream()
                .flatMap(schema -> schema.missing.stream())
                .findFirst();
    }

    @Override
    public Schema addingBundle(Bundle bundle, BundleEvent event) {
        String name = bundle.getHeaders("").get(HEADER);
        if (name == null) {
            return null;
        }
        Schema schema = new Schema(bundle, name.strip());
        later(schema, 0);
        return schema;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, Schema schema) {}

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, Schema schema) {
        schema.withdraw();
    }

    private void later(Schema schema, int seconds) {
        try {
            thread.schedule(() -> migrate(schema, seconds), seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("storage is closing; {} waits for the next start", schema);
        }
    }

    private void migrate(Schema schema, int pause) {
        try {
            int applied = migrations.apply(schema.name, Scripts.of(schema.bundle));
            if (applied > 0) {
                LOG.info("{}: {} migrations applied", schema, applied);
            }
            schema.publish(context);
        } catch (SQLException e) {
            LOG.warn("{} waits for the database: {}", schema, e.getMessage());
            schema.missing = Optional.of(schema + " waits for the database");
            later(schema, Math.min(2 * pause + 1, LONGEST_PAUSE_SECONDS));
        } catch (RuntimeException e) {
            LOG.error("{} is not ready: {}", schema, e.getMessage());
            schema.missing = Optional.of(schema + " is not ready: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        tracker.close();
    }

    /** The schema of one bundle. */
    static final class Schema {

        private final Bundle bundle;
        private final String name;
        private boolean withdrawn;
        private ServiceRegistration<SchemaReady> service;
        private volatile Optional<String> missing;

        Schema(Bundle bundle, String name) {
            this.bundle = bundle;
            this.name = name;
            this.missing = Optional.of(this + " is being prepared");
        }

        /** The bundle may have stopped while its scripts ran. */
        synchronized void publish(BundleContext context) {
            if (!withdrawn) {
                Dictionary<String, Object> properties = new Hashtable<>(Map.of("schema", name));
                service = context.registerService(SchemaReady.class, () -> name, properties);
                missing = Optional.empty();
            }
        }

        synchronized void withdraw() {
            withdrawn = true;
            if (service != null) {
                service.unregister();
                service = null;
            }
        }

        @Override
        public String toString() {
            return "schema " + name + " of bundle " + bundle.getSymbolicName();
        }
    }
}
