package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.time.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The deals of one owner that stand alike, summed.
 *
 * @param currency empty for deals without an amount
 */
public record DealSum(
        Optional<UUID> owner, OpportunityStatus status, Optional<String> currency, long count, BigDecimal amount) {

    /** Sums at a point in both times, by a first and last close date or over all time. */
    public static List<DealSum> at(Handle handle, AsOf asOf, Optional<LocalDate> first, Optional<LocalDate> last) {
        String period = first.isPresent() ? "and close_date between :first and :last" : "";
        Query query = handle.createQuery("""
                select owner_id, status, currency, count(*) as deals, coalesce(sum(amount), 0) as amount
                from %s
                where status in ('OPEN', 'WON', 'LOST') and not deleted %s
                group by owner_id, status, currency""".formatted(PointInTime.STANDING, period));
        first.ifPresent(day -> query.bind("first", day));
        last.ifPresent(day -> query.bind("last", day));
        return PointInTime.bind(query, asOf)
                .map((row, context) -> {
                    Cells cells = new Cells(row);
                    return new DealSum(
                            cells.maybeId("owner_id"),
                            OpportunityStatus.valueOf(cells.text("status")),
                            cells.maybeText("currency"),
                            cells.number("deals"),
                            row.getBigDecimal("amount"));
                })
                .list();
    }
}
