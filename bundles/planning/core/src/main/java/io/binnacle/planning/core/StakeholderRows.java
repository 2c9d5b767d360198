package io.binnacle.planning.core;

import io.binnacle.planning.api.Stakeholder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of stakeholders. */
final class StakeholderRows {

    private static final String STAKEHOLDERS =
            "select id, account, name, title, reports_to, version from planning.stakeholder";

    List<Stakeholder> all(Handle handle) {
        return handle.createQuery(STAKEHOLDERS + " order by name, id")
                .map((row, ctx) -> stakeholder(row))
                .list();
    }

    List<Stakeholder> of(Handle handle, UUID account) {
        return handle.createQuery(STAKEHOLDERS + " where account = :account order by name, id")
                .bind("account", account)
                .map((row, ctx) -> stakeholder(row))
                .list();
    }

    Optional<Stakeholder> find(Handle handle, UUID id) {
        return handle.createQuery(STAKEHOLDERS + " where id = :id")
                .bind("id", id)
                .map((row, ctx) -> stakeholder(row))
                .findOne();
    }

    void add(Handle handle, Stakeholder person) {
        handle.createUpdate("""
                        insert into planning.stakeholder (id, account, name, title, reports_to, version)
                        values (:id, :account, :name, :title, cast(:reportsTo as uuid), :version)
                        """)
                .bind("id", person.id())
                .bind("account", person.account())
                .bind("name", person.name())
                .bind("title", person.title())
                .bind("reportsTo", person.reportsTo().orElse(null))
                .bind("version", person.version())
                .execute();
    }

    private static Stakeholder stakeholder(ResultSet row) throws SQLException {
        return new Stakeholder(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getString("title"),
                Optional.ofNullable(row.getObject("reports_to", UUID.class)),
                row.getLong("version"));
    }
}
