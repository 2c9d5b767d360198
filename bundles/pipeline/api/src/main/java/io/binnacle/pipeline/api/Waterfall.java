package io.binnacle.pipeline.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.platform.api.money.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How the pipeline of one period went from one instant to another, at a node of the hierarchy and all below it.
 *
 * <p>Everything that was asked for stands in it, with now for what lay ahead: asked for again, it is the same.
 *
 * @param hierarchy whether the hierarchy is the one of every instant or the one of the end
 * @param currency of every amount in it
 * @param top the node that was asked for; the whole pipeline has no id and the name {@code (all)}
 * @param checks whether it adds up, reckoned anew from the answer's own numbers
 * @param limits why it may tell less than it seems to; empty when there is nothing to say
 * @param along the hierarchy that the nodes belong to
 * @param conversion empty when only deals in the currency itself count
 */
public record Waterfall(
        Instant from,
        Instant to,
        Instant knownAt,
        ClosingPeriod period,
        WaterfallQuery.Mode mode,
        @JsonProperty("history") WaterfallQuery.HierarchyMode hierarchy,
        String currency,
        Node top,
        Checks checks,
        List<Limit> limits,
        @JsonProperty("hierarchy") HierarchyKind along,
        Optional<Rollup.Conversion> conversion) {

    /** Along the sales hierarchy, without any conversion. */
    public Waterfall(
            Instant from,
            Instant to,
            Instant knownAt,
            ClosingPeriod period,
            WaterfallQuery.Mode mode,
            WaterfallQuery.HierarchyMode hierarchy,
            String currency,
            Node top,
            Checks checks,
            List<Limit> limits) {
        this(
                from,
                to,
                knownAt,
                period,
                mode,
                hierarchy,
                currency,
                top,
                checks,
                limits,
                HierarchyKind.ORG,
                Optional.empty());
    }

    public Waterfall {
        limits = List.copyOf(limits);
    }

    /**
     * A node with what became of its deals. A deal moves at a node by where the deal counts below it, so a child
     * that was hung under another node shows its deals as transferred.
     *
     * @param buckets each of them, in their order
     * @param betweenChildren what the children's buckets have more than this node's (less, when negative): deals
     *     that went from one child to another, which this node does not see; they cancel out
     * @param children those below it, with deals that it owns itself under the name {@code (own deals)} and
     *     deals that belong to no node under a name such as {@code (no owner)}, neither with an id
     */
    public record Node(
            Optional<UUID> id,
            String name,
            Optional<NodeKind> kind,
            Map<WaterfallBucket, Part> buckets,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<WaterfallBucket, Money> betweenChildren,
            List<Node> children) {

        public Node {
            buckets = ordered(buckets);
            betweenChildren = ordered(betweenChildren);
            children = List.copyOf(children);
        }

        /** One bucket. */
        public Part part(WaterfallBucket bucket) {
            return buckets.get(bucket);
        }

        private static <V> Map<WaterfallBucket, V> ordered(Map<WaterfallBucket, V> buckets) {
            Map<WaterfallBucket, V> copy = new EnumMap<>(WaterfallBucket.class);
            copy.putAll(buckets);
            return Collections.unmodifiableMap(copy);
        }
    }

    /**
     * What is in a bucket.
     *
     * @param count of deals; one that went through it several times counts once
     */
    public record Part(Money amount, long count) {}

    /**
     * Whether the numbers prove themselves.
     *
     * @param identity at every node opening plus what came in minus what went out is closing, to the cent
     * @param additivity at every node each bucket and {@code betweenChildren} are the sum of the children's
     * @param violations where not, by the names of nodes; empty unless the platform errs
     */
    public record Checks(boolean identity, boolean additivity, int nodes, List<String> violations) {

        public Checks {
            violations = List.copyOf(violations);
        }
    }

    /**
     * Something the reader has to know.
     *
     * @param code such as {@code OWNER_HISTORY_UNKNOWN}
     * @param deals how many deals it is about
     */
    public record Limit(String code, long deals, String detail) {}
}
