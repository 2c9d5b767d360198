package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.Opportunity;
import java.time.Instant;

/**
 * An opportunity as its table keeps it.
 *
 * @param changedAt the latest valid time among its events
 * @param recordedAt when the last of its events was recorded
 */
public record OpportunityRow(Opportunity deal, Instant changedAt, Instant recordedAt) {

    /** Where it stands, by the event that its version names. */
    public Standing standing(Instant since) {
        return Standing.of(deal, since, deal.version(), recordedAt);
    }
}
