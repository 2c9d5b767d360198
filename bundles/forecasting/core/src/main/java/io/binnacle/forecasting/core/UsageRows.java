package io.binnacle.forecasting.core;

import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.forecasting.api.ConsumptionPoint;
import io.binnacle.platform.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables of what is known of consumption now. */
final class UsageRows {

    private static final String POINTS = """
            select account, service, month, amount, currency, status
            from forecasting.usage_point join forecasting.usage_series on id = series
            """;
    private static final String ORDER = " order by account, service collate \"C\", month";

    /** A point that was appended to the journal as {@code version} of its series. */
    record Saved(UUID series, ConsumptionPoint point, long version) {}

    /** The ids of the accounts' series, locked until the transaction ends; a wanted one that is new gets one. */
    Map<UsageSeries, UUID> lock(Handle handle, SortedSet<UsageSeries> wanted) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into forecasting.usage_series (id, account, service) values (?, ?, ?)
                on conflict do nothing
                """);
        for (UsageSeries series : wanted) {
            batch.add(UuidCreator.getTimeOrderedEpoch(), series.account(), series.service());
        }
        batch.execute();
        Map<UsageSeries, UUID> ids = new HashMap<>();
        handle.createQuery("""
                        select id, account, service from forecasting.usage_series
                        where account in (<accounts>) order by id for update
                        """)
                .bindList("accounts", List.copyOf(accounts(wanted)))
                .map((row, ctx) -> Map.entry(series(row), row.getObject("id", UUID.class)))
                .forEach(found -> ids.put(found.getKey(), found.getValue()));
        return ids;
    }

    List<UUID> seriesOf(Handle handle, UUID account) {
        return handle.createQuery("select id from forecasting.usage_series where account = ?")
                .bind(0, account)
                .mapTo(UUID.class)
                .list();
    }

    List<ConsumptionPoint> points(Handle handle) {
        return handle.createQuery(POINTS + ORDER).map((row, ctx) -> point(row)).list();
    }

    List<ConsumptionPoint> points(Handle handle, Collection<UUID> accounts) {
        return handle.createQuery(POINTS + "where account in (<accounts>)" + ORDER)
                .bindList("accounts", List.copyOf(accounts))
                .map((row, ctx) -> point(row))
                .list();
    }

    static Set<UUID> accounts(Collection<UsageSeries> series) {
        return series.stream().map(UsageSeries::account).collect(Collectors.toSet());
    }

    void save(Handle handle, List<Saved> points) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into forecasting.usage_point (series, month, amount, currency, status, version)
                values (?, ?, ?, ?, ?, ?)
                on conflict (series, month) do update set amount = excluded.amount,
                    currency = excluded.currency, status = excluded.status, version = excluded.version
                """);
        for (Saved saved : points) {
            ConsumptionPoint point = saved.point();
            batch.add(
                    saved.series(),
                    point.month().atDay(1),
                    point.amount().amount(),
                    point.amount().currency(),
                    point.status().name(),
                    saved.version());
        }
        batch.execute();
    }

    private static UsageSeries series(ResultSet row) throws SQLException {
        return new UsageSeries(row.getObject("account", UUID.class), row.getString("service"));
    }

    private static ConsumptionPoint point(ResultSet row) throws SQLException {
        return new ConsumptionPoint(
                row.getObject("account", UUID.class),
                row.getString("service"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                new Money(row.getBigDecimal("amount"), row.getString("currency")),
                ConsumptionPoint.Status.valueOf(row.getString("status")));
    }
}
