package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The deals of one owner that stand alike, summed.
 *
 * @param currency empty for deals without an amount
 */
public record DealSum(
        Optional<UUID> owner, OpportunityStatus status, Optional<String> currency, long count, BigDecimal amount) {

    /** Sums over the present, by a first and last close date or over all time. */
    public static List<DealSum> present(Handle handle, Optional<LocalDate> first, Optional<LocalDate> last) {
        String period = first.isPresent() ? "and close_date between :first and :last" : "";
        Query query = handle.createQuery("""
                select owner_id, status, currency, count(*) as deals, coalesce(sum(amount), 0) as amount
                from pipeline.opportunity
                where status in ('OPEN', 'WON', 'LOST') %s
                group by owner_id, status, currency""".formatted(period));
        first.ifPresent(day -> query.bind("first", day));
        last.ifPresent(day -> query.bind("last", day));
        return query.map((row, context) -> {
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

    /** The same sums over given deals, one each. */
    public static List<DealSum> of(Stream<Opportunity> deals, Optional<LocalDate> first, Optional<LocalDate> last) {
        return deals.filter(deal -> first.isEmpty()
                        || deal.closeDate()
                                .filter(day -> !day.isBefore(first.get()) && !day.isAfter(last.orElseThrow()))
                                .isPresent())
                .filter(deal ->
                        deal.status() != OpportunityStatus.ON_HOLD && deal.status() != OpportunityStatus.CANCELLED)
                .map(deal -> new DealSum(
                        deal.owner(),
                        deal.status(),
                        deal.amount().map(Money::currency),
                        1,
                        deal.amount().map(Money::amount).orElse(BigDecimal.ZERO)))
                .toList();
    }
}
