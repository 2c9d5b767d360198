package io.binnacle.pipeline.api.hygiene;

import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How clean the open deals are.
 *
 * @param all of them together
 * @param owners by owner; deals without one stand together at the end
 * @param nodes of the sales hierarchy, each with those below it, from the top down; those without deals are left out
 * @param flaws how many deals each rule finds fault with, by its id
 */
public record HygieneReport(
        AsOf asOf, Share all, List<OwnerShare> owners, List<NodeShare> nodes, Map<String, Integer> flaws) {

    public HygieneReport {
        owners = List.copyOf(owners);
        nodes = List.copyOf(nodes);
        flaws = Map.copyOf(flaws);
    }

    /**
     * A share of deals.
     *
     * @param n the deals that were looked at
     * @param clean those without a flaw
     * @param share {@code clean / n}; empty for no deals
     */
    public record Share(int n, int clean, Optional<Double> share) {

        /** The share of {@code clean} in {@code n}. */
        public static Share of(int n, int clean) {
            return new Share(n, clean, n == 0 ? Optional.empty() : Optional.of((double) clean / n));
        }
    }

    /** The deals of a node and of all below it. */
    public record NodeShare(UUID node, String name, Optional<UUID> parent, Share share) {}

    /** One owner's deals. */
    public record OwnerShare(Optional<UUID> owner, Share share) {}
}
