package io.binnacle.pipeline.api;

import java.util.Optional;
import java.util.UUID;

/**
 * Which opportunities; an empty field does not restrict.
 *
 * @param node owned by this node of the hierarchy or by one below it
 */
public record OpportunityFilter(
        Optional<OpportunityStatus> status, Optional<String> stage, Optional<UUID> account, Optional<UUID> node) {

    /** All of them. */
    public static final OpportunityFilter ALL =
            new OpportunityFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** All of one status. */
    public static OpportunityFilter of(OpportunityStatus status) {
        return new OpportunityFilter(Optional.of(status), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
