package io.binnacle.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import io.binnacle.platform.api.storage.Schemas;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;

class StorageTest {

    private TestFramework framework;

    @BeforeEach
    void open(@TempDir Path cache) throws Exception {
        framework = new TestFramework(cache);
    }

    @AfterEach
    void close() throws Exception {
        framework.close();
    }

    @Test
    void publishes_the_database_and_takes_it_back() throws Exception {
        framework
                .install("io.sales", "1.0.0", "sales", Map.of("V1__deal.sql", "create table deal (name text)"))
                .start();
        CompletableFuture<ServiceReference<?>> ready = arrivalOf(SchemaReady.class);

        Storage storage = new Storage(framework.context(), source(), 3, refused -> {});
        ready.get(60, TimeUnit.SECONDS);

        assertThat(storage.missing()).isEmpty();
        Database database = service(Database.class);
        assertThat(database.<Integer>inTransaction(handle -> handle.execute("insert into sales.deal values ('Acme')")))
                .isOne();
        assertThat(service(Schemas.class).tables("plugin_none")).isEmpty();

        storage.close();
        assertThat(framework.context().getServiceReference(Database.class)).isNull();
        assertThat(framework.context().getServiceReference(Schemas.class)).isNull();
        assertThat(framework.context().getServiceReference(SchemaReady.class)).isNull();
    }

    @Test
    void a_database_that_cannot_be_reached_is_named_until_it_can() throws Exception {
        CompletableFuture<Void> tried = new CompletableFuture<>();
        DatabaseAddress address = TestPostgres.emptyDatabase();
        CompletableFuture<ServiceReference<?>> published = arrivalOf(Database.class);

        Storage storage = new Storage(framework.context(), awayOnce(address, tried), 3, refused -> {});
        assertThat(storage.missing()).isPresent();
        published.get(60, TimeUnit.SECONDS);

        assertThat(tried).isCompleted();
        storage.close();
    }

    private static DatabaseSource source() throws Exception {
        return new ExternalDatabase(TestPostgres.emptyDatabase());
    }

    /** Refuses the first attempt. */
    private static DatabaseSource awayOnce(DatabaseAddress address, CompletableFuture<Void> tried) {
        return new DatabaseSource() {
            @Override
            public DatabaseAddress open() throws SQLException {
                if (tried.complete(null)) {
                    throw new SQLException("Connection refused", "08001");
                }
                return address;
            }

            @Override
            public String waitingFor() {
                return "the database";
            }

            @Override
            public void close() {}
        };
    }

    private CompletableFuture<ServiceReference<?>> arrivalOf(Class<?> type) throws Exception {
        CompletableFuture<ServiceReference<?>> arrival = new CompletableFuture<>();
        framework
                .context()
                .addServiceListener(
                        event -> {
                            if (event.getType() == ServiceEvent.REGISTERED) {
                                arrival.complete(event.getServiceReference());
                            }
                        },
                        "(objectClass=" + type.getName() + ")");
        return arrival;
    }

    private <T> T service(Class<T> type) {
        return framework.context().getService(framework.context().getServiceReference(type));
    }
}
