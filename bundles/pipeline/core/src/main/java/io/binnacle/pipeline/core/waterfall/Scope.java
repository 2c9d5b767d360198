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

    private record Places(Layout layout, Map<UUID, Row> rows) {

        Optional<Row> of(UUID subject) {
            return layout.places().apply(subject).map(rows::get);
        }
    }

    private final Row top;
    private final Optional<UUID> node;
    private final String unplaced;
    private final NavigableMap<Instant, Places> dated = new TreeMap<>();

    /**
     * @param node empty for all deals
     * @param layouts the hierarchies by when they began to hold; one of them up to the start of the window
     * @param unplaced the name of the row for deals that belong to no node
     */
    Scope(Optional<UUID> node, NavigableMap<Instant, Layout> layouts, String unplaced) {
        this.node = node;
        this.unplaced = unplaced;
        NavigableMap<Instant, Layout> latestFirst = layouts.descendingMap();
        this.top = node.map(id -> latestFirst.values().stream()
                        .flatMap(layout -> layout.structure().find(id).stream())
                        .findFirst()
                        .map(Row::top)
                        .orElseThrow(() -> new IllegalArgumentException("there is no node " + id)))
                .orElseGet(Row::all);
        latestFirst.forEach((since, layout) -> dated.put(since, new Places(layout, rows(layout.structure()))));
    }

    Row top() {
        return top;
    }

    /** When another hierarchy began to hold, after {@code from} and up to {@code to}. */
    Set<Instant> changes(Instant from, Instant to) {
        return dated.subMap(from, false, to, true).keySet();
    }

    /**
     * The rows in which a deal counts at an instant, up to the top; none out of scope.
     *
     * @param subject its owner, account or product, which says where it belongs
     */
    List<Row> rows(Optional<UUID> subject, Instant at) {
        Places then = dated.floorEntry(at).getValue();
        Optional<Row> row = subject.flatMap(then::of).map(Row::own);
        return row.or(this::unplaced).map(Row::lineage).orElse(List.of());
    }

    private Optional<Row> unplaced() {
        return node.isPresent() ? Optional.empty() : Optional.of(top.child(unplaced));
    }

    private Map<UUID, Row> rows(Structure structure) {
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
