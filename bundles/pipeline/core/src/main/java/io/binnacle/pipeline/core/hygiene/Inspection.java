package io.binnacle.pipeline.core.hygiene;

import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.hygiene.Flaw;
import io.binnacle.pipeline.api.hygiene.HygieneReport;
import io.binnacle.pipeline.api.hygiene.HygieneReport.NodeShare;
import io.binnacle.pipeline.api.hygiene.HygieneReport.OwnerShare;
import io.binnacle.pipeline.api.hygiene.HygieneReport.Share;
import io.binnacle.pipeline.core.Structure;
import io.binnacle.platform.api.time.AsOf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The deals that were looked at and what was found. */
record Inspection(List<Opportunity> deals, List<Flaw> flaws) {

    private static final Comparator<Optional<UUID>> OWNERLESS_LAST = Comparator.comparing(
                    (Optional<UUID> owner) -> owner.isEmpty())
            .thenComparing(owner -> owner.map(UUID::toString).orElse(""));

    private static final Share NONE = Share.of(0, 0);

    /** @param top the nodes that stand for all of the deals that were looked at */
    HygieneReport report(AsOf asOf, Structure structure, List<HierarchyNode> top) {
        Map<Optional<UUID>, Share> owners = owners();
        List<NodeShare> nodes = new ArrayList<>();
        top.forEach(node -> add(node, structure, owners, nodes));
        List<OwnerShare> shares = owners.entrySet().stream()
                .map(entry -> new OwnerShare(entry.getKey(), entry.getValue()))
                .toList();
        Share all = owners.values().stream().reduce(NONE, Inspection::sum);
        return new HygieneReport(asOf, all, shares, nodes, byRule());
    }

    private Map<String, Integer> byRule() {
        Map<String, Integer> byRule = new TreeMap<>();
        flaws.forEach(flaw -> byRule.merge(flaw.rule(), 1, Integer::sum));
        return byRule;
    }

    private Map<Optional<UUID>, Share> owners() {
        Set<UUID> flawed = new HashSet<>();
        flaws.forEach(flaw -> flawed.add(flaw.opportunity()));
        Map<Optional<UUID>, Share> owners = new TreeMap<>(OWNERLESS_LAST);
        deals.forEach(
                deal -> owners.merge(deal.owner(), Share.of(1, flawed.contains(deal.id()) ? 0 : 1), Inspection::sum));
        return owners;
    }

    /** Adds a node before those below it, whose deals are its own too. */
    private static Share add(
            HierarchyNode node, Structure structure, Map<Optional<UUID>, Share> owners, List<NodeShare> nodes) {
        int place = nodes.size();
        Share share = owners.getOrDefault(Optional.of(node.id()), NONE);
        for (HierarchyNode child : structure.below(node)) {
            share = sum(share, add(child, structure, owners, nodes));
        }
        if (share.n() > 0) {
            nodes.add(place, new NodeShare(node.id(), node.name(), node.parent(), share));
        }
        return share;
    }

    private static Share sum(Share one, Share other) {
        return Share.of(one.n() + other.n(), one.clean() + other.clean());
    }
}
