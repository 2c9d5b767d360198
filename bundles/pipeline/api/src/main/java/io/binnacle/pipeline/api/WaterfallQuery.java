package io.binnacle.pipeline.api;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Which waterfall.
 *
 * @param from its start, which still counts as before: deals are compared with how they stood then
 * @param to its end; what lies ahead means now
 * @param knownAt by what was recorded until then
 * @param period which deals count, by close date; empty for the fiscal quarter in which {@code to} lies
 * @param node whose pipeline: the deals of this node of the hierarchy and of all below it; empty for all deals
 * @param hierarchy whether deals count by the hierarchy of then or by that of the end
 * @param currency without {@code rates} only deals in it, empty when there is but one; with them what all deals
 *     are converted to, or the base currency when it is empty
 * @param rates by which amounts are converted at every instant; empty for not at all
 * @param along the hierarchy that the nodes belong to
 */
public record WaterfallQuery(
        Instant from,
        Instant to,
        Instant knownAt,
        Optional<ClosingPeriod> period,
        Optional<UUID> node,
        Mode mode,
        HierarchyMode hierarchy,
        Optional<String> currency,
        Optional<RatePolicy> rates,
        HierarchyKind along) {

    /** Along the sales hierarchy, in one currency without any rates. */
    public WaterfallQuery(
            Instant from,
            Instant to,
            Instant knownAt,
            Optional<ClosingPeriod> period,
            Optional<UUID> node,
            Mode mode,
            HierarchyMode hierarchy,
            Optional<String> currency) {
        this(from, to, knownAt, period, node, mode, hierarchy, currency, Optional.empty(), HierarchyKind.ORG);
    }

    public WaterfallQuery {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(knownAt, "knownAt");
    }

    /** What is compared. */
    public enum Mode {
        /** The start with the end: a deal that left and came back has not moved. */
        ENDPOINT,
        /** Every change with the one before: a deal that left and came back counts in both directions. */
        PATH
    }

    /** By which hierarchy deals count at a node. */
    public enum HierarchyMode {
        /** At every instant by that of the same instant: history as it was. */
        AS_WAS,
        /** By that of the end all along: history restated. */
        AS_IS
    }
}
