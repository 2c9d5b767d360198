package io.binnacle.platform.storage.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which scripts a schema has seen, what was in them, and whose schema it is. */
final class History {

    private record Applied(String file, String checksum) {}

    private final Connection connection;
    private final String schema;
    private final SortedMap<Integer, Applied> applied = new TreeMap<>();
    private Optional<String> owner = Optional.empty();

    private History(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    static History of(Statement sql, String schema) throws SQLException {
        sql.execute("create table if not exists " + schema + ".schema_history ("
                + "version int primary key, file text not null, sha256 text not null,"
                + " applied_at timestamptz not null default now())");
        sql.execute("alter table " + schema + ".schema_history add column if not exists bundle text");
        History history = new History(sql.getConnection(), schema);
        try (ResultSet rows =
                sql.executeQuery("select version, file, sha256, bundle from " + schema + ".schema_history")) {
            while (rows.next()) {
                history.read(rows);
            }
        }
        return history;
    }

    private void read(ResultSet row) throws SQLException {
        applied.put(row.getInt("version"), new Applied(row.getString("file"), row.getString("sha256")));
        String bundle = row.getString("bundle");
        if (bundle != null) {
            owner = Optional.of(bundle);
        }
    }

    /** Refuses a bundle that is not the one whose tables these are; whatever its version, its name must be the same. */
    void claim(String bundle) throws SQLException {
        if (owner.isPresent() && !owner.get().equals(bundle)) {
            throw new MigrationException(
                    ("schema %s holds the tables of the bundle %s, so the bundle %s cannot have it;"
                                    + " give that one another Binnacle-Schema")
                            .formatted(schema, owner.get(), bundle));
        }
        owner = Optional.of(bundle);
        try (PreparedStatement update = connection.prepareStatement(
                "update " + schema + ".schema_history set bundle = ? where bundle is null")) {
            update.setString(1, bundle);
            update.executeUpdate();
        }
    }

    /**
     * The scripts that still have to run. A plugin may know fewer than were applied: its next version, which
     * may only add to the tables, runs beside it or did so before it was rolled back.
     */
    List<Script> missing(List<Script> scripts) {
        scripts.forEach(this::refuseChanged);
        int newest = scripts.isEmpty() ? 0 : scripts.get(scripts.size() - 1).version();
        if (!applied.isEmpty() && applied.lastKey() > newest && !PluginSchemas.isOne(schema)) {
            throw new MigrationException(("schema %s was already brought to version %d by a newer bundle, this one"
                            + " knows %d at most; install the newer bundle again")
                    .formatted(schema, applied.lastKey(), newest));
        }
        return scripts.stream()
                .filter(script -> !applied.containsKey(script.version()))
                .toList();
    }

    void add(Script script) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + schema + ".schema_history (version, file, sha256, bundle) values (?, ?, ?, ?)")) {
            insert.setInt(1, script.version());
            insert.setString(2, script.file());
            insert.setString(3, script.checksum());
            insert.setString(4, owner.orElse(null));
            insert.executeUpdate();
        }
        applied.put(script.version(), new Applied(script.file(), script.checksum()));
    }

    private void refuseChanged(Script script) {
        Applied before = applied.get(script.version());
        if (before == null) {
            refuseLate(script);
        } else if (!before.checksum().equals(script.checksum())) {
            throw new MigrationException(("db/%s of schema %s is not what was applied as version %d (db/%s); put the"
                            + " old text back and make the change in a new file V%d__….sql")
                    .formatted(script.file(), schema, script.version(), before.file(), applied.lastKey() + 1));
        }
    }

    private void refuseLate(Script script) {
        if (!applied.isEmpty() && script.version() < applied.lastKey()) {
            throw new MigrationException(
                    "db/%s of schema %s came after version %d was applied; name it V%d__….sql instead"
                            .formatted(script.file(), schema, applied.lastKey(), applied.lastKey() + 1));
        }
    }
}
