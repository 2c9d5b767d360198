package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What was won in one month by one owner from one account in one currency. */
public record WonMonth(
        Optional<UUID> owner, Optional<UUID> account, YearMonth month, String currency, BigDecimal amount) {

    /** By today's knowledge, up to a month. */
    public static List<WonMonth> present(Handle handle, YearMonth last) {
        return handle.createQuery("""
                        select owner_id, account_id, date_trunc('month', close_date)::date as month, currency,
                            sum(amount) as amount
                        from pipeline.opportunity
                        where status = 'WON' and amount is not null and close_date <= :last
                        group by owner_id, account_id, month, currency""")
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

    /** The same over given deals, one each. */
    public static List<WonMonth> of(Stream<Opportunity> deals, YearMonth last) {
        return deals.filter(deal -> deal.status() == OpportunityStatus.WON)
                .flatMap(deal -> deal.amount().stream().map(amount -> of(deal, amount)))
                .filter(won -> !won.month().isAfter(last))
                .toList();
    }

    private static WonMonth of(Opportunity deal, Money amount) {
        LocalDate closed = deal.closeDate().orElseThrow();
        return new WonMonth(deal.owner(), deal.account(), YearMonth.from(closed), amount.currency(), amount.amount());
    }
}
