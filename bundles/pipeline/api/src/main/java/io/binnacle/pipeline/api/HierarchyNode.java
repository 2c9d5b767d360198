package io.binnacle.pipeline.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in a hierarchy, such as a seller, a manager or a region of the sales hierarchy.
 *
 * @param parent the node it rolls up to; empty at the top
 * @param endedOn the first day on which nothing new belongs here; what belonged before still sums up through it
 */
public record HierarchyNode(
        UUID id,
        String name,
        NodeKind kind,
        Optional<UUID> parent,
        Optional<LocalDate> endedOn,
        List<ExternalRef> externalRefs,
        long version) {

    public HierarchyNode {
        externalRefs = List.copyOf(externalRefs);
    }

    /** A node that has not ended. */
    public HierarchyNode(
            UUID id, String name, NodeKind kind, Optional<UUID> parent, List<ExternalRef> externalRefs, long version) {
        this(id, name, kind, parent, Optional.empty(), externalRefs, version);
    }
}
