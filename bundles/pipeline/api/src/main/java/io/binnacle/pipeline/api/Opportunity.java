package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A deal, as it is or was at one point in time.
 *
 * @param owner the seller's node in the sales hierarchy
 * @param stage the step of the sales process, in the words of the tenant
 * @param amount what it is worth; empty while nobody has said
 * @param closeDate when it is expected to close, or did
 * @param originalCloseDate the first close date that was given
 * @param createdOn when the deal began
 * @param nextActivity the day of the next planned step with the customer
 * @param reasonClosed why it was won, lost or cancelled; never empty then
 * @param version the number of its latest journal event
 */
public record Opportunity(
        UUID id,
        String name,
        Optional<UUID> account,
        Optional<UUID> owner,
        Optional<UUID> product,
        String stage,
        OpportunityStatus status,
        ForecastCategory category,
        Optional<Money> amount,
        Optional<LocalDate> closeDate,
        Optional<LocalDate> originalCloseDate,
        LocalDate createdOn,
        Optional<String> nextStep,
        Optional<LocalDate> nextActivity,
        Optional<String> reasonClosed,
        List<ExternalRef> externalRefs,
        long version) {

    public Opportunity {
        externalRefs = List.copyOf(externalRefs);
    }
}
