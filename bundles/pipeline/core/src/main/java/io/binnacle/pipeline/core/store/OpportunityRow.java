package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.Opportunity;
import java.time.Instant;

/**
 * An opportunity as its table keeps it.
 *
 * @param changedAt the latest valid time among its events
 */
public record OpportunityRow(Opportunity deal, Instant changedAt) {}
