package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a deal stood: what a waterfall asks of it.
 *
 * @param since the valid time from which on it stood so
 * @param subject what says where it belongs in the hierarchy in question: its owner, account or product
 * @param omitted whether its category keeps it out of the pipeline
 */
public record Stand(
        Instant since,
        Optional<UUID> owner,
        Optional<UUID> subject,
        OpportunityStatus status,
        boolean omitted,
        boolean deleted,
        Optional<Money> amount,
        Optional<LocalDate> closeDate) {}
