package io.binnacle.platform.storage.schema;

import io.binnacle.platform.storage.ApplicationRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.util.PSQLException;

/**
 * Brings schemas up to date as their owner: the scripts not applied yet, in one transaction, one node at a
 * time. Any thread may call.
 */
public final class Migrations {

    private static final Pattern SCHEMA = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final DataSource owner;
    private final ApplicationRole role;

    public Migrations(DataSource owner, ApplicationRole role) {
        this.owner = owner;
        this.role = role;
    }

    /** As {@link #apply(String, String, List)}, for a schema that no bundle claims. */
    public int apply(String schema, List<Script> scripts) throws SQLException {
        return apply(schema, Optional.empty(), scripts);
    }

    /**
     * Applies what is missing.
     *
     * @param bundle whose schema it is, by its symbolic name; the schema is refused to every other from then on
     * @return how many scripts were applied
     * @throws MigrationException when the scripts do not fit what was applied before, one of them fails, or the
     *     schema belongs to another bundle; the schema is as it was then
     * @throws SQLException when the database cannot be reached
     */
    public int apply(String schema, String bundle, List<Script> scripts) throws SQLException {
        return apply(schema, Optional.of(bundle), scripts);
    }

    private int apply(String schema, Optional<String> bundle, List<Script> scripts) throws SQLException {
        if (!isName(schema)) {
            throw new MigrationException("'" + schema + "' is no name for a schema; use lower case letters, digits, _");
        }
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement()) {
                sql.setEscapeProcessing(false);
                int applied = apply(sql, schema, bundle, scripts);
                connection.commit();
                return applied;
            }
        }
    }

    static boolean isName(String schema) {
        return SCHEMA.matcher(schema).matches();
    }

    /** Until the transaction ends, nobody else changes what {@code schema} is made of. */
    static void lock(Statement sql, String schema) throws SQLException {
        sql.execute("select pg_advisory_xact_lock(hashtextextended('binnacle:schema:" + schema + "', 0))");
    }

    private int apply(Statement sql, String schema, Optional<String> bundle, List<Script> scripts) throws SQLException {
        lock(sql, schema);
        sql.execute("create schema if not exists " + schema);
        sql.execute("set local search_path to " + schema);
        History history = History.of(sql, schema);
        if (bundle.isPresent()) {
            history.claim(bundle.get());
        }
        List<Script> missing = history.missing(scripts);
        for (Script script : missing) {
            run(sql, schema, script);
            history.add(script);
        }
        role.grant(sql, schema);
        return missing.size();
    }

    private static void run(Statement sql, String schema, Script script) throws SQLException {
        try {
            sql.execute(script.sql());
        } catch (PSQLException e) {
            if (e.getServerErrorMessage() == null) {
                throw e;
            }
            throw new MigrationException(
                    "db/%s of schema %s fails: %s; the schema was left as it was"
                            .formatted(
                                    script.file(),
                                    schema,
                                    e.getServerErrorMessage().getMessage()),
                    e);
        }
    }
}
