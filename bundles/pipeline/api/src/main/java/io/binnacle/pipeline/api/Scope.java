package io.binnacle.pipeline.api;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * All that belongs under one node at one point in time.
 *
 * @param node the node itself
 * @param mode whether the hierarchy is the one of then or the one of now
 * @param nodes the node and all below it
 * @param members the owners, accounts or products whose deals count; for {@link HierarchyKind#ORG} the nodes
 */
public record Scope(HierarchyKind hierarchy, HierarchyMode mode, UUID node, Set<UUID> nodes, Set<UUID> members) {

    public Scope {
        nodes = Set.copyOf(nodes);
        members = Set.copyOf(members);
    }

    /** Whether a deal with this owner, account and product belongs here; takes constant time. */
    public boolean contains(Optional<UUID> owner, Optional<UUID> account, Optional<UUID> product) {
        Optional<UUID> subject =
                switch (hierarchy) {
                    case ORG -> owner;
                    case TERRITORY, INDUSTRY -> account;
                    case PRODUCT -> product;
                };
        return subject.filter(members::contains).isPresent();
    }
}
