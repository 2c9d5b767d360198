package io.binnacle.pipeline.core;

import static io.binnacle.pipeline.api.PipelineError.NODE_NOT_FOUND;

import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Whose deals count for a node of the sales hierarchy, at any point in both times. */
public final class Team {

    private final Deals deals;

    public Team(Journal journal) {
        deals = new Deals(journal);
    }

    /**
     * A node and all below it.
     *
     * @throws io.binnacle.platform.api.error.PlatformException NODE_NOT_FOUND
     */
    public Set<UUID> within(Handle handle, UUID node, AsOf asOf) {
        Set<UUID> found = deals.structure(handle, asOf).within(node);
        if (found.isEmpty()) {
            throw NODE_NOT_FOUND
                    .because("the sales hierarchy has, or had then, no node with the id %s", node)
                    .at("/node");
        }
        return found;
    }

    /** The ids of the nodes that have nothing above them. */
    public List<UUID> roots(Handle handle, AsOf asOf) {
        return deals.structure(handle, asOf).roots().stream()
                .map(HierarchyNode::id)
                .toList();
    }
}
