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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
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
    private ServiceRegistration<?> hooks;

    /** Migrations run on {@code thread}, so that no bundle's start waits for the database. */
    public SchemaExtender(BundleContext context, Migrations migrations, ScheduledExecutorService thread) {
        this.context = context;
        this.migrations = migrations;
        this.thread = thread;
        this.tracker = new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, this);
    }

    /** Begins with the bundles that are active already. */
    public void open() {
        String[] types = {FindHook.class.getName(), EventListenerHook.class.getName()};
        hooks = context.registerService(types, new OwnSchemaOnly(), null);
        tracker.open();
    }

    /** The first schema of the platform that is not ready, and why; a plugin's keeps only the plugin waiting. */
    public Optional<String> missing() {
        return missing(schema -> !PluginSchemas.isOne(schema));
    }

    /** What keeps the schema with this name from being ready. */
    Optional<String> missing(String name) {
        return missing(name::equals);
    }

    private Optional<String> missing(Predicate<String> names) {
        return schemas()
                .filter(schema -> names.test(schema.name))
                .flatMap(schema -> schema.missing.stream())
                .findFirst();
    }

    /** The active bundle that has the schema with this name. */
    Optional<String> user(String name) {
        return schemas()
                .filter(schema -> schema.name.equals(name))
                .map(schema -> schema.bundle.getSymbolicName() + " " + schema.bundle.getVersion())
                .findFirst();
    }

    /** The schema that {@code bundle} says it has. */
    static Optional<String> schema(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders("").get(HEADER)).map(String::strip);
    }

    private Stream<Schema> schemas() {
        return tracker.getTracked().values().stream();
    }

    @Override
    public Schema addingBundle(Bundle bundle, BundleEvent event) {
        Optional<Schema> schema = schema(bundle).map(name -> new Schema(bundle, name));
        schema.ifPresent(one -> later(one, 0));
        return schema.orElse(null);
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
        if (schema.isWithdrawn()) {
            return;
        }
        try {
            int applied = migrations.apply(schema.name, schema.bundle.getSymbolicName(), Scripts.of(schema.bundle));
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
        hooks.unregister();
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
                Dictionary<String, Object> properties =
                        new Hashtable<>(Map.of("schema", name, OwnSchemaOnly.READY_FOR, bundle.getBundleId()));
                missing = Optional.empty();
                service = context.registerService(SchemaReady.class, () -> name, properties);
            }
        }

        synchronized boolean isWithdrawn() {
            return withdrawn;
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
            return "schema " + name + " of bundle " + bundle.getSymbolicName() + " " + bundle.getVersion();
        }
    }
}
