package io.binnacle.pipeline.core.store;

import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalQuarter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What was open for a period at a moment in it, and what became of just that by the period's end.
 *
 * @param deals how many were open
 * @param open their amount then
 * @param won what those of them that were won by the end, within the period, brought
 */
public record FormerPeriod(int deals, BigDecimal open, BigDecimal won) {

    /** Without deals. */
    public static final FormerPeriod NONE = new FormerPeriod(0, BigDecimal.ZERO, BigDecimal.ZERO);

    private static final String QUERY = """
        select count(*) as deals, coalesce(sum(early.amount), 0) as open,
            coalesce(sum(late.amount) filter (where late.status = 'WON' and not late.deleted
                and late.currency = :currency and late.close_date between :first and :last), 0) as won
        from %s early
        left join pipeline.standing_at(:end, :known) late on late.opportunity_id = early.opportunity_id
        where early.status = 'OPEN' and not early.deleted and early.currency = :currency
            and early.close_date between :first and :last
            and (:everybody or early.owner_id = any(cast(:owners as uuid[])))\
        """;

    /** @param owners whose deals count; empty for everybody's */
    public static FormerPeriod at(
            Handle handle, FiscalQuarter period, AsOf moment, Instant end, Set<UUID> owners, String currency) {
        Query query = PointInTime.bind(handle.createQuery(QUERY.formatted(PointInTime.STANDING)), moment);
        return query.bind("end", end)
                .bind("first", period.start())
                .bind("last", period.end())
                .bind("currency", currency)
                .bind("everybody", owners.isEmpty())
                .bind("owners", TypedTable.array(owners))
                .map((row, context) ->
                        new FormerPeriod(row.getInt("deals"), row.getBigDecimal("open"), row.getBigDecimal("won")))
                .one();
    }

    /** Both together. */
    public FormerPeriod plus(FormerPeriod other) {
        return new FormerPeriod(deals + other.deals, open.add(other.open), won.add(other.won));
    }
}
