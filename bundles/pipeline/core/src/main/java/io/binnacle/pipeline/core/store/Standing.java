package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a deal stood: what reports need of it.
 *
 * @param since the valid time from which on it stood so
 * @param seq the event by which that was known
 * @param recordedAt when it became known
 */
public record Standing(
        UUID id,
        Instant since,
        long seq,
        Instant recordedAt,
        Optional<UUID> account,
        Optional<UUID> owner,
        Optional<UUID> product,
        String pipeline,
        String stage,
        OpportunityStatus status,
        ForecastCategory category,
        Optional<Money> amount,
        Optional<LocalDate> closeDate,
        LocalDate createdOn,
        boolean deleted) {

    /** Where {@code deal} stood. */
    public static Standing of(Opportunity deal, Instant since, long seq, Instant recordedAt) {
        return new Standing(
                deal.id(),
                since,
                seq,
                recordedAt,
                deal.account(),
                deal.owner(),
                deal.product(),
                deal.pipeline(),
                deal.stage(),
                deal.status(),
                deal.category(),
                deal.amount(),
                deal.closeDate(),
                deal.createdOn(),
                deal.deleted());
    }
}
