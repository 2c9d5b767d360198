package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.core.Structure;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Whose deals a report is about, at every instant of its window, and in which rows they count. Rows are places,
 * not nodes: one that was hung under another node has two.
 */
final class Scope {

    private final Row top;
    private final Optional<UUID> node;
    private final NavigableMap<Instant, Map<UUID, Row>> places = new TreeMap<>();

    /**
     * @param node empty for all deals
     * @param structures the hierarchies by when they began to hold; one of them up to the start of the window
     */
    Scope(Optional<UUID> node, NavigableMap<Instant, Structure> structures) {
        this.node = node;
        NavigableMap<Instant, Structure> latestFirst = structures.descendingMap();
        this.top = node.map(id -> latestFirst.values().stream()
                        .flatMap(structure -> structure.find(id).stream())
                        .findFirst()
                        .map(Row::top)
                        .orElseThrow(() -> new IllegalArgumentException("there is no node " + id)))
                .orElseGet(Row::all);
        latestFirst.forEach((since, structure) -> places.put(since, places(structure)));
    }

    Row top() {
        return top;
    }

    /** When another hierarchy began to hold, after {@code from} and up to {@code to}. */
    Set<Instant> changes(Instant from, Instant to) {
        return places.subMap(from, false, to, true).keySet();
    }

    /** The rows in which a deal of that owner counts at an instant, up to the top; none out of scope. */
    List<Row> rows(Optional<UUID> owner, Instant at) {
        Map<UUID, Row> then = places.floorEntry(at).getValue();
        Optional<Row> row = owner.map(then::get).map(Row::own);
        return row.or(this::unowned).map(Row::lineage).orElse(List.of());
    }

    private Optional<Row> unowned() {
        return node.isPresent() ? Optional.empty() : Optional.of(top.child("(no owner)"));
    }

    private Map<UUID, Row> places(Structure structure) {
        Map<UUID, Row> found = new HashMap<>();
        if (node.isPresent()) {
            structure.find(node.get()).ifPresent(place -> place(place, top, structure, found));
        } else {
            structure.roots().forEach(root -> place(root, top.child(root), structure, found));
        }
        return found;
    }

    private static void place(HierarchyNode node, Row row, Structure structure, Map<UUID, Row> found) {
        found.put(node.id(), row);
        structure.below(node).forEach(child -> place(child, row.child(child), structure, found));
    }
}
