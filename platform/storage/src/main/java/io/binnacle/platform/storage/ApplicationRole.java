package io.binnacle.platform.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The role under which the platform works. It owns no table, so not even a mistake of ours can switch off
 * the triggers that keep the journal append-only; migrations alone run as the owner.
 *
 * @param restricted whether there is such a role; if not, everything runs as the owner
 */
public record ApplicationRole(boolean restricted) {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationRole.class);
    private static final String NAME = "binnacle_app";

    /** Makes the role when it is missing and the owner may; otherwise says in the log how to get it. */
    public static ApplicationRole prepare(DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement sql = connection.createStatement()) {
            try {
                createIfMissing(sql);
                sql.execute("set role " + NAME);
                return new ApplicationRole(true);
            } catch (SQLException e) {
                if (Failures.isUnavailable(e)) {
                    throw e;
                }
                LOG.warn(
                        "the database user may not work as {} ({}), so tables are not protected from their owner;"
                                + " to change that, let an administrator run: create role {}; grant {} to {};",
                        NAME,
                        Failures.sentence(e),
                        NAME,
                        NAME,
                        connection.getMetaData().getUserName());
                return new ApplicationRole(false);
            }
        }
    }

    /** What every pooled connection runs first. */
    String onConnect() {
        return restricted ? "set role " + NAME : "select 1";
    }

    /** Lets the role use everything in {@code schema}, except that the history of migrations is read-only. */
    public void grant(Statement sql, String schema) throws SQLException {
        if (!restricted) {
            return;
        }
        sql.execute("grant usage on schema " + schema + " to " + NAME);
        sql.execute("grant select, insert, update, delete on all tables in schema " + schema + " to " + NAME);
        sql.execute("grant usage, select on all sequences in schema " + schema + " to " + NAME);
        sql.execute("revoke insert, update, delete on " + schema + ".schema_history from " + NAME);
    }

    private static void createIfMissing(Statement sql) throws SQLException {
        if (exists(sql, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
            if (!exists(sql, "select 1 where pg_has_role(current_user, '" + NAME + "', 'MEMBER')")) {
                sql.execute("grant " + NAME + " to current_user");
            }
            return;
        }
        // Two nodes may start on an empty database at once; roles have no "if not exists".
        sql.execute("do $$ begin create role " + NAME + " nologin; "
                + "exception when duplicate_object or unique_violation then null; end $$");
        sql.execute("grant " + NAME + " to current_user");
    }

    private static boolean exists(Statement sql, String query) throws SQLException {
        try (ResultSet rows = sql.executeQuery(query)) {
            return rows.next();
        }
    }
}
