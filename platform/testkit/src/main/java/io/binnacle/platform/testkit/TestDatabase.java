package io.binnacle.platform.testkit;

import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.storage.ApplicationRole;
import io.binnacle.platform.storage.DatabaseAddress;
import io.binnacle.platform.storage.PooledDatabase;
import io.binnacle.platform.storage.journal.PostgresJournal;
import io.binnacle.platform.storage.projection.Projections;
import io.binnacle.platform.storage.projection.TableDrift;
import io.binnacle.platform.storage.schema.Migrations;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.Version;

/**
 * A real PostgreSQL database for one test class, with the journal and the tables of the module under test:
 *
 * <pre>{@code @RegisterExtension
 * static final TestDatabase db = TestDatabase.withSchemas("pipeline");}</pre>
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

    private static final int CONNECTIONS = 12;

    private final Set<String> schemas = new LinkedHashSet<>();
    private final TestClock clock = new TestClock();
    private DatabaseAddress address;
    private PooledDatabase database;
    private PostgresJournal journal;

    private TestDatabase(List<String> schemas) {
        this.schemas.add("journal");
        this.schemas.addAll(schemas);
    }

    /**
     * A database with the journal and with each of {@code schemas}, which a module on the class path declares
     * by its {@code Binnacle-Schema} header.
     */
    public static TestDatabase withSchemas(String... schemas) {
        return new TestDatabase(List.of(schemas));
    }

    /** The database, in the role the platform works in. */
    public Database database() {
        return database;
    }

    /** The journal in this database, by this test's clock. */
    public Journal journal() {
        return journal;
    }

    /** The time of this test. */
    public TestClock clock() {
        return clock;
    }

    /**
     * What differs between the tables that {@code projections} fill and the journal; mended afterwards. A line for
     * each table, such as {@code pipeline.account: 0 missing, 1 changed, 0 surplus}.
     */
    public List<String> mend(Projection... projections) {
        Projections all = new Projections(database);
        for (Projection projection : projections) {
            all.addProjection(Version.emptyVersion, projection);
        }
        return all.rebuild(true, Progress.NONE).tables().stream()
                .filter(TableDrift::any)
                .map(drift -> "%s: %d missing, %d changed, %d surplus"
                        .formatted(drift.table(), drift.missing(), drift.changed(), drift.surplus()))
                .toList();
    }

    /** How to connect as the owner, for tests that tamper. */
    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        start();
    }

    /** Makes the database, for what is no test class. */
    public void start() throws SQLException {
        address = TestServer.shared().create();
        ApplicationRole role = ApplicationRole.prepare(address.owner());
        Migrations migrations = new Migrations(address.owner(), role);
        for (String schema : schemas) {
            migrations.apply(schema, ModuleSchemas.scripts(schema));
        }
        database = new PooledDatabase(address, role, CONNECTIONS);
        journal = new PostgresJournal(database, clock);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stop();
    }

    /** Drops the database. */
    public void stop() {
        if (journal != null) {
            journal.close();
            database.close();
        }
        if (address != null) {
            TestServer.shared().drop(address);
        }
    }
}
