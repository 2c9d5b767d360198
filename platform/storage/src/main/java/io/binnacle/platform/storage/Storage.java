package io.binnacle.platform.storage;

import io.binnacle.platform.api.readiness.ReadinessCheck;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.storage.schema.Migrations;
import io.binnacle.platform.storage.schema.SchemaExtender;
import io.binnacle.platform.storage.server.Archive;
import io.binnacle.platform.storage.server.ServerException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    private final BundleContext context;
    private final DatabaseSource source;
    private final int poolSize;
    private final Consumer<String> fatal;
    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "binnacle-storage");
        made.setDaemon(true);
        return made;
    });
    private volatile Optional<String> missing;
    private volatile SchemaExtender extender;

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
        Path home = Path.of(context.getProperty("binnacle.data"), "postgres").toAbsolutePath();
        return new EmbeddedDatabase(() -> Archive.installed(context), home);
    }

    private void open(int pause) {
        try {
            publish(source.open());
            missing = Optional.empty();
        } catch (ServerException e) {
            missing = Optional.of(e.getMessage());
            fatal.accept(e.getMessage());
        } catch (SQLException e) {
            String reason = source.waitingFor() + " cannot be used: " + e.getMessage();
            if (!missing.equals(Optional.of(reason))) {
                LOG.warn("{}; trying again until it can", reason);
                missing = Optional.of(reason);
            }
            thread.schedule(() -> open(Math.min(2 * pause, LONGEST_PAUSE_SECONDS)), pause, TimeUnit.SECONDS);
        } catch (RuntimeException e) {
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
    }

    @Override
    public Optional<String> missing() {
        return missing.or(() -> extender.missing());
    }

    @Deactivate
    void close() throws InterruptedException {
        try {
            thread.submit(() -> closers.forEach(Runnable::run)).get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the database was not closed in good order", e);
        } finally {
            thread.shutdownNow();
        }
    }
}
