package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A deal's part in a bucket.
 *
 * @param part its share of the bucket's amount
 * @param before how it stood at the start; empty when there was none
 * @param after how it stands at the end
 */
public record WaterfallDeal(UUID id, String name, Money part, Optional<State> before, Optional<State> after) {

    /** What decides in which bucket a deal is. */
    public record State(
            Optional<UUID> owner, OpportunityStatus status, Optional<Money> amount, Optional<LocalDate> closeDate) {}
}
