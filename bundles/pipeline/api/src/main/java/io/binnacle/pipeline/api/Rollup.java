package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The pipeline summed over a hierarchy. At every node the totals are exactly the sum of its own deals
 * and of its children's totals.
 *
 * @param asOf the point in both times that it stands for; a roll-up of the present names the moment
 * @param currency of every amount in it
 * @param period the fiscal period by close date, such as {@code 2026-Q4}; empty for all time. Open deals
 *     without a close date count only in a roll-up over all time.
 * @param roots the regions, and whatever else has nothing above it; deals without an owner stand under a
 *     root of the name {@code (no owner)} that has no id
 * @param mode whether the hierarchy is the one of then or the one of now
 * @param conversion empty when only deals in the currency itself count
 */
public record Rollup(
        AsOf asOf,
        String currency,
        Optional<String> period,
        List<Node> roots,
        Totals total,
        HierarchyKind hierarchy,
        HierarchyMode mode,
        CreditMode credit,
        Optional<Conversion> conversion) {

    public Rollup {
        roots = List.copyOf(roots);
    }

    /** By owner along the sales hierarchy as it was, without any conversion. */
    public Rollup(AsOf asOf, String currency, Optional<String> period, List<Node> roots, Totals total) {
        this(
                asOf,
                currency,
                period,
                roots,
                total,
                HierarchyKind.ORG,
                HierarchyMode.AS_WAS,
                CreditMode.OWNER,
                Optional.empty());
    }

    /**
     * How amounts in other currencies came into the sums.
     *
     * @param rates each rate that was used, once
     */
    public record Conversion(RatePolicy policy, String base, List<RateUsed> rates) {

        public Conversion {
            rates = List.copyOf(rates);
        }
    }

    /** A node of the hierarchy with what it and all below it have. */
    public record Node(Optional<UUID> id, String name, Optional<NodeKind> kind, Totals totals, List<Node> children) {

        public Node {
            children = List.copyOf(children);
        }
    }

    /**
     * Deals by where they stand. A deal that is on hold or was cancelled counts nowhere; one without an amount
     * is in no currency and counts in each.
     *
     * @param unvalued how many of them have no amount
     */
    public record Totals(
            long openCount, Money open, long wonCount, Money won, long lostCount, Money lost, long unvalued) {}
}
