package io.binnacle.platform.storage.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.storage.DatabaseAddress;
import io.binnacle.platform.storage.PooledDatabase;
import io.binnacle.platform.storage.TestPostgres;
import io.binnacle.platform.storage.journal.PostgresJournal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.framework.Version;

/** An instance with ships and sailors, and with pennants that belong to it alone. */
public final class Fleet implements AutoCloseable {

    public static final UUID SHIP = new UUID(1, 1);
    public static final UUID OTHER_SHIP = new UUID(1, 2);
    public static final UUID SAILOR = new UUID(2, 1);
    public static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");

    private static final ProjectedTable SHIPS =
            new ProjectedTable("fleet.ship", List.of("id", "name", "seen"), List.of("id"), Set.of("seen"));
    private static final ProjectedTable SAILORS =
            new ProjectedTable("fleet.sailor", List.of("id", "ship", "pay", "rank"), List.of("id"));

    public final DatabaseAddress address;
    public final PooledDatabase database;
    public final Projections projections;
    public PostgresJournal journal;

    public Fleet() throws Exception {
        address = TestPostgres.journalDatabase();
        database = TestPostgres.open(address);
        try (Connection connection = address.owner().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("create schema fleet");
            sql.execute("create table fleet.ship (id uuid primary key, name text not null,"
                    + " seen timestamptz not null, colour text not null default 'white')");
            sql.execute("create table fleet.sailor (id uuid primary key, ship uuid not null references fleet.ship,"
                    + " pay numeric, rank text)");
            sql.execute("grant usage on schema fleet to binnacle_app");
            sql.execute("grant select, insert, update, delete on all tables in schema fleet to binnacle_app");
        }
        journal = new PostgresJournal(database, Clock.systemUTC());
        projections = new Projections(database);
        Version version = Version.parseVersion("1.0");
        projections.addProjection(version, new Sailors());
        projections.addProjection(version, new Ships());
        projections.addProjection(version, new Pennants());
    }

    /** Two ships, a sailor who changed from one to the other, and a pennant. */
    public Fleet crewed() {
        append("ship", SHIP, MONDAY, "{'name': 'Pequod'}");
        append("ship", OTHER_SHIP, MONDAY, "{'name': 'a tab\\tand a back\\\\slash'}");
        append("sailor", SAILOR, MONDAY, "{'ship': '" + SHIP + "', 'pay': 12.50}");
        append("sailor", SAILOR, MONDAY, "{'ship': '" + OTHER_SHIP + "', 'rank': 'mate'}");
        append("pennant", new UUID(4, System.nanoTime()), MONDAY, "{}");
        return this;
    }

    /** From now on it is {@code time}. */
    public void at(Instant time) {
        journal.close();
        journal = new PostgresJournal(database, Clock.fixed(time, ZoneOffset.UTC));
    }

    public void append(String type, UUID id, Instant validTime, String patch) {
        ObjectNode fields = Json.read(patch.replace('\'', '"'), ObjectNode.class);
        journal.append(List.of(new Change(new EntityRef(type, id), validTime, "ann", "a test", fields)));
    }

    public void execute(String sql) {
        database.useTransaction(handle -> handle.execute(sql));
    }

    public String one(String sql) {
        return database.read(
                handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    @Override
    public void close() {
        journal.close();
        database.close();
    }

    static class Ships implements Projection {

        @Override
        public String entityType() {
            return "ship";
        }

        @Override
        public List<ProjectedTable> tables() {
            return List.of(SHIPS);
        }

        @Override
        public void project(EntityHistory history, Rows rows) {
            String name = name(history.latest().fields().path("name").asText());
            rows.add(SHIPS, List.of(history.entity().id(), name, MONDAY));
        }

        String name(String written) {
            return written;
        }
    }

    static final class ShipsInCapitals extends Ships {

        @Override
        String name(String written) {
            return written.toUpperCase(Locale.ROOT);
        }
    }

    private static final class Sailors implements Projection {

        @Override
        public String entityType() {
            return "sailor";
        }

        @Override
        public List<ProjectedTable> tables() {
            return List.of(SAILORS);
        }

        @Override
        public void project(EntityHistory history, Rows rows) {
            ObjectNode fields = history.latest().fields();
            rows.add(
                    SAILORS,
                    List.of(
                            history.entity().id(),
                            fields.path("ship").asText(),
                            fields.path("pay").decimalValue(),
                            Optional.ofNullable(fields.get("rank")).map(JsonNode::asText)));
        }
    }

    private static final class Pennants implements Projection {

        @Override
        public String entityType() {
            return "pennant";
        }

        @Override
        public List<ProjectedTable> tables() {
            return List.of();
        }

        @Override
        public boolean isLocal() {
            return true;
        }

        @Override
        public void project(EntityHistory history, Rows rows) {
            // There is no table.
        }
    }
}
