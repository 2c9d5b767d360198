package io.binnacle.platform.storage.schema;

import static io.binnacle.platform.api.error.PlatformError.CONFLICT;
import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import io.binnacle.platform.api.storage.Schemas;
import io.binnacle.platform.storage.Failures;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The schemas of plugins, looked at and dropped as their owner. */
public final class PluginSchemas implements Schemas {

    private static final String TABLES = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname <> 'schema_history'
            order by c.relname collate "C"
            """;

    /** Foreign keys and views elsewhere that would be dropped too. */
    private static final String DEPENDENTS = """
            with own as (
                select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = ?),
            dependent as (
                select conrelid as oid from pg_constraint where confrelid in (select oid from own)
                union
                select r.ev_class from pg_depend d join pg_rewrite r on r.oid = d.objid
                where d.classid = 'pg_rewrite'::regclass and d.refobjid in (select oid from own))
            select n.nspname || '.' || c.relname
            from dependent join pg_class c using (oid) join pg_namespace n on n.oid = c.relnamespace
            where c.oid not in (select oid from own) order by 1
            """;

    private final DataSource owner;
    private final SchemaExtender extender;

    public PluginSchemas(DataSource owner, SchemaExtender extender) {
        this.owner = owner;
        this.extender = extender;
    }

    static boolean isOne(String schema) {
        return schema.startsWith(PLUGIN_PREFIX);
    }

    @Override
    public List<String> tables(String schema) {
        requirePlugin(schema);
        return as(owner -> names(owner.getConnection(), TABLES, schema));
    }

    @Override
    public Optional<String> missing(String schema) {
        requirePlugin(schema);
        return extender.missing(schema);
    }

    @Override
    public void drop(String schema) {
        requirePlugin(schema);
        extender.user(schema).ifPresent(user -> {
            throw CONFLICT.because(
                    "schema %s is in use by the bundle %s, so it was not dropped; stop the bundle first", schema, user);
        });
        as(owner -> {
            Migrations.lock(owner, schema);
            List<String> dependents = names(owner.getConnection(), DEPENDENTS, schema);
            if (!dependents.isEmpty()) {
                throw CONFLICT.because(
                        "%s depends on schema %s, so that was not dropped; remove what depends on it first",
                        String.join(" and ", dependents), schema);
            }
            return owner.execute("drop schema if exists " + schema + " cascade");
        });
    }

    private static void requirePlugin(String schema) {
        if (!isOne(schema) || !Migrations.isName(schema)) {
            throw INVALID_CONTENT.because(
                    "'%s' is no schema of a plugin; those begin with %s and have lower case letters, digits and _",
                    schema, PLUGIN_PREFIX);
        }
    }

    private <T> T as(Work<T> work) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement sql = connection.createStatement()) {
                T result = work.run(sql);
                connection.commit();
                return result;
            }
        } catch (SQLException e) {
            throw Failures.translated(new IllegalStateException("the schemas of plugins: " + e.getMessage(), e));
        }
    }

    private static List<String> names(Connection connection, String query, String schema) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, schema);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(Statement owner) throws SQLException;
    }
}
