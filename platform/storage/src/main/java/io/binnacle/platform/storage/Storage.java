package io.binnacle.platform.storage;

import io.binnacle.platform.api.readiness.ReadinessCheck;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.Schemas;
import io.binnacle.platform.storage.schema.Migrations;
import io.binnacle.platform.storage.schema.PluginSchemas;
import io.binnacle.platform.storage.schema.SchemaExtender;
import io.binnacle.platform.storage.server.Archive;
import io.binnacle.platform.storage.server.ServerException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database up and publishes it; then bundles' schemas follow. All of it happens on one thread of
 * its own, so a slow or absent database never holds up the start of the platform.
 */
@Component(immediate = true, configurationPid = "io.binnacle.storage")
@Designate(ocd = Storage.Config.class)
public final class Storage implements ReadinessCheck {

    @ObjectClassDefinition(name = "Binnacle storage")
    @interface Config {
        @AttributeDefinition(
                name = "JDBC URL",
                description =
                        "An external PostgreSQL, such as jdbc:postgresql://host/binnacle; empty for the embedded one")
        String url() default "";

        @AttributeDefinition(name = "User", description = "Owns the tables of Binnacle; may create schemas")
        String user() default "";

        @AttributeDefinition(name = "Password", type = AttributeType.PASSWORD)
        String password() default "";

        @AttributeDefinition(name = "Pool size", description = "Most connections at a time", min = "2")
        int pool_size() default 12;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final int PROBE_SECONDS = 5;

    /** For migrations and for people who look into the database. */
    private static final int SPARE_CONNECTIONS = 20;

    private final BundleContext context;
    private final DatabaseSource source;
    private final int poolSize;
    private final Consumer<String> fatal;
    private final Deque<Runnable> closers = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "binnacle-storage");
        made.setDaemon(true);
        return made;
    });
    private volatile Optional<String> missing;
    private volatile SchemaExtender extender;
    private volatile boolean closing;

    @Activate
    public Storage(
            BundleContext context,
            Config config,
            @Reference(
                            cardinality = ReferenceCardinality.OPTIONAL,
                            service = Consumer.class,
                            target = "(binnacle.fatal=true)")
                    Consumer<String> fatal) {
        this(context, source(context, config), config.pool_size(), fatal == null ? LOG::error : fatal);
    }

    Storage(BundleContext context, DatabaseSource source, int poolSize, Consumer<String> fatal) {
        this.context = context;
        this.source = source;
        this.poolSize = poolSize;
        this.fatal = fatal;
        this.missing = Optional.of(source.waitingFor() + " is starting");
        closers.push(source::close);
        thread.execute(() -> open(1));
    }

    private static DatabaseSource source(BundleContext context, Config config) {
        if (!config.url().isBlank()) {
            return new ExternalDatabase(new DatabaseAddress(config.url(), config.user(), config.password()));
        }
        String data = Objects.requireNonNull(context.getProperty("binnacle.data"), "binnacle.data is not set");
        Path home = Path.of(data, "postgres").toAbsolutePath();
        return new EmbeddedDatabase(() -> Archive.installed(context), home, config.pool_size() + SPARE_CONNECTIONS);
    }

    private void open(int pause) {
        try {
            publish(source.open());
            missing = Optional.empty();
        } catch (ServerException e) {
            missing = Optional.of(e.getMessage());
            if (!closing) {
                fatal.accept(e.getMessage());
            }
        } catch (SQLException e) {
            String reason = source.waitingFor() + " cannot be used: " + Failures.sentence(e);
            if (!missing.equals(Optional.of(reason))) {
                LOG.warn("{}; trying again until it can", reason);
                missing = Optional.of(reason);
            }
            if (!closing) {
                thread.schedule(() -> open(Math.min(2 * pause, LONGEST_PAUSE_SECONDS)), pause, TimeUnit.SECONDS);
            }
        } catch (RuntimeException e) {
            if (closing) {
                LOG.debug("the start was cut short", e);
                return;
            }
            LOG.error("the database was not published", e);
            missing = Optional.of(source.waitingFor() + " was not published: " + e.getMessage());
        }
    }

    private void publish(DatabaseAddress address) throws SQLException {
        ApplicationRole role = ApplicationRole.prepare(address.owner());
        PooledDatabase database = new PooledDatabase(address, role, poolSize);
        closers.push(database::close);
        ServiceRegistration<Database> service = context.registerService(Database.class, database, null);
        closers.push(service::unregister);
        extender = new SchemaExtender(context, new Migrations(address.owner(), role), thread);
        closers.push(extender::close);
        extender.open();
        PluginSchemas schemas = new PluginSchemas(address.owner(), extender);
        ServiceRegistration<Schemas> plugins = context.registerService(Schemas.class, schemas, null);
        closers.push(plugins::unregister);
        thread.scheduleWithFixedDelay(() -> watch(database), PROBE_SECONDS, PROBE_SECONDS, TimeUnit.SECONDS);
    }

    private void watch(PooledDatabase database) {
        boolean reachable = database.isReachable();
        if (reachable != missing.isEmpty()) {
            LOG.warn("{} is {}", source.waitingFor(), reachable ? "back" : "out of reach");
        }
        missing = reachable ? Optional.empty() : Optional.of(source.waitingFor() + " is out of reach");
    }

    @Override
    public Optional<String> missing() {
        return missing.or(() -> extender.missing());
    }

    /** A start that is under way ends first, so that nothing opens behind our back. */
    @Deactivate
    void close() throws InterruptedException {
        closing = true;
        thread.shutdownNow();
        if (!thread.awaitTermination(60, TimeUnit.SECONDS)) {
            LOG.warn("the start of {} does not end; closing what is open", source.waitingFor());
        }
        for (Runnable closer : closers) {
            try {
                closer.run();
            } catch (RuntimeException e) {
                LOG.warn("the database was not closed in good order", e);
            }
        }
    }
}
