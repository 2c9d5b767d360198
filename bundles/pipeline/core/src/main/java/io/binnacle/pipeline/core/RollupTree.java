package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.Rollup.Node;
import io.binnacle.pipeline.api.Rollup.Totals;
import io.binnacle.pipeline.core.store.DealSum;
import io.binnacle.platform.api.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Adds deals up the hierarchy, exactly: each amount enters at its owner and is carried from child to parent. */
final class RollupTree {

    private final String nobody;
    private final Structure structure;
    private final Totals nothing;
    private final Map<UUID, Totals> own = new HashMap<>();
    private Totals unowned;

    /** @param currency sums in another one are left out; those without any amount are in none and count */
    RollupTree(Structure structure, List<DealSum> sums, String currency) {
        this(structure, sums, currency, Unplaced.in(HierarchyKind.ORG));
    }

    /** @param nobody the name of the root for what belongs to no node */
    RollupTree(Structure structure, List<DealSum> sums, String currency, String nobody) {
        this.structure = structure;
        this.nobody = nobody;
        Money zero = Money.zero(currency);
        nothing = new Totals(0, zero, 0, zero, 0, zero, 0);
        unowned = nothing;
        sums.stream()
                .filter(sum -> sum.currency().orElse(currency).equals(currency))
                .forEach(sum -> enter(sum, currency));
    }

    /** The roots of the tree, with what has no owner at the end. */
    List<Node> roots() {
        List<Node> roots = new ArrayList<>(nodes(structure.roots()));
        if (!unowned.equals(nothing)) {
            roots.add(new Node(Optional.empty(), nobody, Optional.empty(), unowned, List.of()));
        }
        return roots;
    }

    /** What some nodes have together. */
    Totals total(List<Node> nodes) {
        return nodes.stream().map(Node::totals).reduce(nothing, RollupTree::plus);
    }

    private List<Node> nodes(List<HierarchyNode> nodes) {
        return nodes.stream().filter(this::matters).map(this::node).toList();
    }

    private boolean matters(HierarchyNode node) {
        return node.endedOn().isEmpty()
                || own.containsKey(node.id())
                || !structure.below(node).isEmpty();
    }

    private Node node(HierarchyNode node) {
        List<Node> children = nodes(structure.below(node));
        Totals totals = plus(own.getOrDefault(node.id(), nothing), total(children));
        return new Node(Optional.of(node.id()), node.name(), Optional.of(node.kind()), totals, children);
    }

    private void enter(DealSum sum, String currency) {
        Totals totals = totals(sum, currency);
        Optional<UUID> owner = sum.owner().filter(structure::contains);
        if (owner.isPresent()) {
            own.merge(owner.get(), totals, RollupTree::plus);
        } else {
            unowned = plus(unowned, totals);
        }
    }

    private Totals totals(DealSum sum, String currency) {
        Money amount = new Money(sum.amount(), currency);
        Money zero = Money.zero(currency);
        long unvalued = sum.currency().isEmpty() ? sum.count() : 0;
        return switch (sum.status()) {
            case OPEN -> new Totals(sum.count(), amount, 0, zero, 0, zero, unvalued);
            case WON -> new Totals(0, zero, sum.count(), amount, 0, zero, unvalued);
            case LOST -> new Totals(0, zero, 0, zero, sum.count(), amount, unvalued);
            case ON_HOLD, CANCELLED -> nothing;
        };
    }

    private static Totals plus(Totals a, Totals b) {
        return new Totals(
                a.openCount() + b.openCount(),
                a.open().plus(b.open()),
                a.wonCount() + b.wonCount(),
                a.won().plus(b.won()),
                a.lostCount() + b.lostCount(),
                a.lost().plus(b.lost()),
                a.unvalued() + b.unvalued());
    }
}
