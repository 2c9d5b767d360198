package io.binnacle.pipeline.core.hierarchy;

import io.binnacle.pipeline.api.HierarchyNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Nodes and what is below them. */
final class Subtrees {

    private final Map<UUID, List<UUID>> below;

    Subtrees(Collection<HierarchyNode> nodes) {
        below = nodes.stream()
                .filter(node -> node.parent().isPresent())
                .collect(Collectors.groupingBy(
                        node -> node.parent().orElseThrow(),
                        Collectors.mapping(HierarchyNode::id, Collectors.toList())));
    }

    /** A node and all below it. */
    Set<UUID> within(UUID top) {
        Set<UUID> found = new HashSet<>();
        Deque<UUID> open = new ArrayDeque<>(List.of(top));
        while (!open.isEmpty()) {
            UUID node = open.pop();
            if (found.add(node)) {
                open.addAll(below.getOrDefault(node, List.of()));
            }
        }
        return found;
    }
}
