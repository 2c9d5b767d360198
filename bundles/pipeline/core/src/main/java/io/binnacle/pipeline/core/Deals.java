package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.OpportunityRow;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.pipeline.core.store.Past;
import io.binnacle.pipeline.core.store.Standings;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.time.AsOf;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads opportunities and the hierarchy at any point in both times: tables answer for now, the journal for the past. */
final class Deals {

    private static final int FEW = 1_000;

    private final Past<Opportunity> deals;
    private final Past<HierarchyNode> nodes;

    Deals(Journal journal) {
        deals = new Past<>(journal, Entities.OPPORTUNITY, Opportunity.class);
        nodes = new Past<>(journal, Entities.NODE, HierarchyNode.class);
    }

    Optional<Opportunity> find(Handle handle, UUID id, AsOf asOf) {
        return asOf.isLatest()
                ? OpportunityTable.ROWS.find(handle, id).map(OpportunityRow::deal)
                : deals.find(id, asOf);
    }

    List<Opportunity> list(Handle handle, OpportunityFilter filter, AsOf asOf, Optional<UUID> after, int limit) {
        Set<UUID> owners =
                filter.node().map(node -> structure(handle, asOf).within(node)).orElse(Set.of());
        if (asOf.isLatest()) {
            return OpportunityTable.list(handle, filter, owners, after, limit);
        }
        List<UUID> ids = Standings.ids(handle, filter, owners, asOf, after, limit);
        return ids.size() <= FEW ? oneByOne(ids, asOf) : inOneGo(ids, asOf);
    }

    private List<Opportunity> oneByOne(List<UUID> ids, AsOf asOf) {
        return ids.stream().flatMap(id -> deals.find(id, asOf).stream()).toList();
    }

    private List<Opportunity> inOneGo(List<UUID> ids, AsOf asOf) {
        Set<UUID> wanted = new HashSet<>(ids);
        return deals.all(
                asOf, all -> all.filter(deal -> wanted.contains(deal.id())).toList());
    }

    Structure structure(Handle handle, AsOf asOf) {
        return structure(handle, asOf, HierarchyKind.ORG);
    }

    Structure structure(Handle handle, AsOf asOf, HierarchyKind kind) {
        List<HierarchyNode> all = asOf.isLatest() ? Tables.NODES.all(handle, "t.id") : nodes.all(asOf, Stream::toList);
        return new Structure(
                all.stream().filter(node -> node.kind().hierarchy() == kind).toList());
    }
}
