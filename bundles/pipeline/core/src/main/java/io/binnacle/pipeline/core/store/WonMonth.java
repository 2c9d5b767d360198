package io.binnacle.pipeline.core.store;

import io.binnacle.platform.api.time.AsOf;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What was won in one month by one owner from one account in one currency. */
public record WonMonth(
        Optional<UUID> owner, Optional<UUID> account, YearMonth month, String currency, BigDecimal amount) {

    /** All of it at a point in both times, up to a month. */
    public static List<WonMonth> at(Handle handle, AsOf asOf, YearMonth last) {
        Query query = handle.createQuery("""
                        select owner_id, account_id, date_trunc('month', close_date)::date as month, currency,
                            sum(amount) as amount
                        from %s
                        where status = 'WON' and not deleted and amount is not null and close_date <= :last
                        group by owner_id, account_id, month, currency""".formatted(PointInTime.STANDING));
        return PointInTime.bind(query, asOf)
                .bind("last", last.atEndOfMonth())
                .map((row, context) -> {
                    Cells cells = new Cells(row);
                    return new WonMonth(
                            cells.maybeId("owner_id"),
                            cells.maybeId("account_id"),
                            YearMonth.from(cells.maybeDate("month").orElseThrow()),
                            cells.text("currency"),
                            row.getBigDecimal("amount"));
                })
                .list();
    }
}
