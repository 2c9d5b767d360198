package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.AsOf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What one deal was worth, for sums that cannot be left to the database.
 *
 * @param subject what says where it belongs: its owner, account or product
 */
public record DealAmount(
        UUID id,
        Optional<UUID> subject,
        OpportunityStatus status,
        Optional<Money> amount,
        Optional<LocalDate> closeDate) {

    /** Those of a point in both times, by a first and last close date or over all time. */
    public static List<DealAmount> at(
            Handle handle, AsOf asOf, HierarchyKind kind, Optional<LocalDate> first, Optional<LocalDate> last) {
        String period = first.isPresent() ? "and close_date between :first and :last" : "";
        Query query = handle.createQuery("""
                select opportunity_id, %s as subject_id, status, amount, currency, close_date
                from %s
                where status in ('OPEN', 'WON', 'LOST') and not deleted %s""".formatted(SubjectColumn.of(kind), PointInTime.STANDING, period));
        first.ifPresent(day -> query.bind("first", day));
        last.ifPresent(day -> query.bind("last", day));
        return PointInTime.bind(query, asOf)
                .map((row, context) -> {
                    Cells cells = new Cells(row);
                    return new DealAmount(
                            cells.id("opportunity_id"),
                            cells.maybeId("subject_id"),
                            OpportunityStatus.valueOf(cells.text("status")),
                            cells.money("amount", "currency"),
                            cells.maybeDate("close_date"));
                })
                .list();
    }

    /** The same deal, worth something else. */
    public DealAmount worth(Money other) {
        return new DealAmount(id, subject, status, Optional.of(other), closeDate);
    }
}
