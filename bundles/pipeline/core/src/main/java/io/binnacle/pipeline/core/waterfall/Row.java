package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.Waterfall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A node where it hangs in a report, with its buckets while deals are put into them. For one thread. */
final class Row {

    private static final Comparator<Row> ORDER = Comparator.comparing((Row row) -> row.id.isEmpty())
            .thenComparing(row -> row.name)
            .thenComparing(row -> row.id.map(UUID::toString).orElse(""));

    private final Optional<UUID> id;
    private final String name;
    private final Optional<NodeKind> kind;
    private final boolean ended;
    private final List<Row> lineage = new ArrayList<>();
    private final Map<UUID, Row> nodes = new HashMap<>();
    private final Map<String, Row> others = new HashMap<>();
    private final Tally tally = new Tally();
    private final Tally between = new Tally();

    private Row(Optional<UUID> id, String name, Optional<NodeKind> kind, boolean ended, List<Row> above) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.ended = ended;
        lineage.add(this);
        lineage.addAll(above);
    }

    /** The top of a report for one node. */
    static Row top(HierarchyNode node) {
        return new Row(Optional.of(node.id()), node.name(), Optional.of(node.kind()), false, List.of());
    }

    /** The top of a report for all deals. */
    static Row all() {
        return new Row(Optional.empty(), "(all)", Optional.empty(), false, List.of());
    }

    /** This row and those above it, up to the top. */
    List<Row> lineage() {
        return lineage;
    }

    /** The row of a node right below. */
    Row child(HierarchyNode node) {
        return nodes.computeIfAbsent(
                node.id(),
                id -> new Row(
                        Optional.of(id),
                        node.name(),
                        Optional.of(node.kind()),
                        node.endedOn().isPresent(),
                        lineage));
    }

    /** The row right below for what belongs to none of the nodes there. */
    Row child(String name) {
        return others.computeIfAbsent(name, key -> new Row(Optional.empty(), key, Optional.empty(), true, lineage));
    }

    /** Where deals of this node's own count: here, or in a row right below when there are nodes too. */
    Row own() {
        return nodes.isEmpty() ? this : child("(own deals)");
    }

    boolean isRightBelow(Row other) {
        return lineage.size() > 1 && lineage.get(1) == other;
    }

    /** A node that has ended, and a row that is no node, show only with deals. */
    private boolean matters() {
        return !ended || !tally.isEmpty() || nodes.values().stream().anyMatch(Row::matters);
    }

    void add(List<Move> story) {
        tally.add(story);
    }

    /** Notes what the rows right below tell of a deal that this row tells otherwise. */
    void addBetween(List<List<Move>> storiesBelow, List<Move> story) {
        storiesBelow.forEach(between::add);
        between.subtract(story);
    }

    Waterfall.Node node(String currency) {
        List<Waterfall.Node> children = Stream.concat(nodes.values().stream(), others.values().stream())
                .filter(Row::matters)
                .sorted(ORDER)
                .map(row -> row.node(currency))
                .toList();
        return new Waterfall.Node(id, name, kind, tally.parts(currency), between.amounts(currency), children);
    }
}
