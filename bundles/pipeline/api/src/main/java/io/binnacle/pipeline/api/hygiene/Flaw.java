package io.binnacle.pipeline.api.hygiene;

import java.util.Optional;
import java.util.UUID;

/**
 * What a rule found in a deal.
 *
 * @param rule the rule's id
 * @param version of the deal that was looked at, for a change that rests on it
 */
public record Flaw(
        String rule,
        UUID opportunity,
        String name,
        Optional<UUID> owner,
        long version,
        String detail,
        Optional<Finding.Proposal> proposal) {}
