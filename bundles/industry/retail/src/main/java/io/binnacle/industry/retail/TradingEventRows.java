package io.binnacle.industry.retail;

import io.binnacle.industry.retail.TradingEvent.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of trading events. */
final class TradingEventRows {

    List<TradingEvent> all(Handle handle, Optional<UUID> account) {
        return handle.createQuery("""
                        select id, account, kind, name, first_day, last_day, version
                        from plugin_io_binnacle_industry_retail.trading_event
                        where cast(:account as uuid) is null or account = :account
                        order by first_day, id
                        """)
                .bind("account", account.orElse(null))
                .map((row, ctx) -> event(row))
                .list();
    }

    void add(Handle handle, TradingEvent event) {
        handle.createUpdate("""
                        insert into plugin_io_binnacle_industry_retail.trading_event
                            (id, account, kind, name, first_day, last_day, version)
                        values (:id, :account, :kind, :name, :firstDay, :lastDay, :version)
                        """)
                .bind("id", event.id())
                .bind("account", event.account())
                .bind("kind", event.kind().name())
                .bind("name", event.name())
                .bind("firstDay", event.firstDay())
                .bind("lastDay", event.lastDay())
                .bind("version", event.version())
                .execute();
    }

    boolean remove(Handle handle, UUID id) {
        return handle.createUpdate("delete from plugin_io_binnacle_industry_retail.trading_event where id = :id")
                        .bind("id", id)
                        .execute()
                > 0;
    }

    private static TradingEvent event(ResultSet row) throws SQLException {
        return new TradingEvent(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getLong("version"));
    }
}
