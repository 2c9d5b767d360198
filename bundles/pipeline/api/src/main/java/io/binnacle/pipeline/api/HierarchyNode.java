package io.binnacle.pipeline.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in the sales hierarchy: a seller, a manager or a region.
 *
 * @param parent the node it rolls up to; empty at the top
 */
public record HierarchyNode(
        UUID id, String name, NodeKind kind, Optional<UUID> parent, List<ExternalRef> externalRefs, long version) {

    public HierarchyNode {
        externalRefs = List.copyOf(externalRefs);
    }
}
