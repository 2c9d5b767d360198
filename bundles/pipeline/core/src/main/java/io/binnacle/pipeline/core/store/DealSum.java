package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.HierarchyKind;
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
 * The deals of one owner, account or product that stand alike, summed.
 *
 * @param owner the owner, account or product; once placed, the node of the hierarchy
 * @param currency empty for deals without an amount
 */
public record DealSum(
        Optional<UUID> owner, OpportunityStatus status, Optional<String> currency, long count, BigDecimal amount) {

    /** The same deals under a node of a hierarchy, or under none. */
    public DealSum under(Optional<UUID> node) {
        return new DealSum(node, status, currency, count, amount);
    }

    /** Sums at a point in both times, by a first and last close date or over all time. */
    public static List<DealSum> at(
            Handle handle, AsOf asOf, HierarchyKind kind, Optional<LocalDate> first, Optional<LocalDate> last) {
        String deals = first.isPresent() ? PointInTime.STANDING_IN_PERIOD : PointInTime.STANDING;
        Query query = handle.createQuery("""
                select %1$s as subject_id, status, currency, count(*) as deals, coalesce(sum(amount), 0) as amount
                from %2$s
                where status in ('OPEN', 'WON', 'LOST') and not deleted
                group by %1$s, status, currency""".formatted(SubjectColumn.of(kind), deals));
        first.ifPresent(day -> query.bind("first", day));
        last.ifPresent(day -> query.bind("last", day));
        return PointInTime.bind(query, asOf)
                .map((row, context) -> {
                    Cells cells = new Cells(row);
                    return new DealSum(
                            cells.maybeId("subject_id"),
                            OpportunityStatus.valueOf(cells.text("status")),
                            cells.maybeText("currency"),
                            cells.number("deals"),
                            row.getBigDecimal("amount"));
                })
                .list();
    }
}
