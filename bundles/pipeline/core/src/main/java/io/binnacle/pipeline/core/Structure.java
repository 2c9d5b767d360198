package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The sales hierarchy at one point in time. */
public final class Structure {

    private final Map<UUID, HierarchyNode> nodes = new HashMap<>();
    private final Map<Optional<UUID>, List<HierarchyNode>> children;

    public Structure(Collection<HierarchyNode> all) {
        all.forEach(node -> nodes.put(node.id(), node));
        children = all.stream()
                .sorted(Comparator.comparing(HierarchyNode::name).thenComparing(HierarchyNode::id))
                .collect(java.util.stream.Collectors.groupingBy(this::above));
    }

    /** Those that have nothing above them, by name. */
    public List<HierarchyNode> roots() {
        return children.getOrDefault(Optional.empty(), List.of());
    }

    /** Those right below a node, by name. */
    public List<HierarchyNode> below(HierarchyNode node) {
        return children.getOrDefault(Optional.of(node.id()), List.of());
    }

    public boolean contains(UUID id) {
        return nodes.containsKey(id);
    }

    /** All of them. */
    public Collection<HierarchyNode> nodes() {
        return nodes.values();
    }

    /** One node. */
    public Optional<HierarchyNode> find(UUID id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** A node and all below it; nothing when there is no such node. */
    public Set<UUID> within(UUID id) {
        Set<UUID> found = new HashSet<>();
        if (contains(id)) {
            collect(nodes.get(id), found);
        }
        return found;
    }

    /** The first of a kind on the way up from a node, itself included. */
    public Optional<HierarchyNode> above(UUID id, NodeKind kind) {
        HierarchyNode node = nodes.get(id);
        while (node != null && node.kind() != kind) {
            node = node.parent().map(nodes::get).orElse(null);
        }
        return Optional.ofNullable(node);
    }

    private Optional<UUID> above(HierarchyNode node) {
        return node.parent().filter(nodes::containsKey);
    }

    private void collect(HierarchyNode node, Set<UUID> found) {
        found.add(node.id());
        below(node).forEach(child -> collect(child, found));
    }
}
