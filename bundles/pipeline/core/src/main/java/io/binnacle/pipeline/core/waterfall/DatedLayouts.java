package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.Placement;
import io.binnacle.pipeline.api.WaterfallQuery;
import io.binnacle.pipeline.api.WaterfallQuery.HierarchyMode;
import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import io.binnacle.pipeline.core.Structure;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Past;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Journal;
import io.binnacle.platform.api.time.AsOf;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The hierarchies that a window goes through. */
final class DatedLayouts {

    /** What a hierarchy consists of at an instant. */
    private record State(Collection<HierarchyNode> nodes, List<Placement> placements) {

        Layout layout(HierarchyKind kind) {
            Structure structure = new Structure(nodes);
            if (kind == HierarchyKind.ORG) {
                return Layout.ofOwners(structure);
            }
            Map<UUID, UUID> places = new HashMap<>();
            placements.forEach(placement -> placement.node().ifPresent(node -> places.put(placement.subject(), node)));
            return new Layout(structure, subject -> Optional.ofNullable(places.get(subject)));
        }

        // Nodes and placements never go, so those of the end are all there are.
        Stream<EntityRef> changedSince(State before) {
            Set<UUID> known = new HashSet<>();
            before.nodes().forEach(node -> known.add(node.id()));
            before.placements().forEach(placement -> known.add(placement.id()));
            return Stream.concat(
                    nodes.stream()
                            .filter(node -> node.version() > 1 || !known.contains(node.id()))
                            .map(node -> new EntityRef(Entities.NODE, node.id())),
                    placements.stream()
                            .filter(placement -> placement.version() > 1 || !known.contains(placement.id()))
                            .map(placement -> new EntityRef(Entities.PLACEMENT, placement.id())));
        }
    }

    private final Journal journal;
    private final Past<HierarchyNode> nodes;
    private final Past<Placement> placements;

    DatedLayouts(Journal journal) {
        this.journal = journal;
        this.nodes = new Past<>(journal, Entities.NODE, HierarchyNode.class);
        this.placements = new Past<>(journal, Entities.PLACEMENT, Placement.class);
    }

    /** Each hierarchy by when it begins to hold in the window; the first one at its start. */
    NavigableMap<Instant, Layout> in(WaterfallQuery window) {
        NavigableMap<Instant, Layout> found = new TreeMap<>();
        State last = at(window.to(), window);
        if (window.hierarchy() == HierarchyMode.AS_IS) {
            found.put(window.from(), last.layout(window.along()));
            return found;
        }
        State first = at(window.from(), window);
        found.put(window.from(), first.layout(window.along()));
        if (window.mode() == Mode.PATH) {
            changes(first, last, window)
                    .forEach(change -> found.computeIfAbsent(
                            change, since -> at(since, window).layout(window.along())));
        }
        found.put(window.to(), last.layout(window.along()));
        return found;
    }

    private State at(Instant time, WaterfallQuery window) {
        AsOf asOf = new AsOf(time, window.knownAt());
        HierarchyKind kind = window.along();
        return new State(
                nodes.all(asOf, all -> all.filter(node -> node.kind().hierarchy() == kind)
                        .toList()),
                kind == HierarchyKind.ORG
                        ? List.of()
                        : placements.all(asOf, all -> all.filter(placement -> placement.hierarchy() == kind)
                                .toList()));
    }

    private Stream<Instant> changes(State first, State last, WaterfallQuery window) {
        return last.changedSince(first)
                .flatMap(changed -> journal.history(changed).stream())
                .filter(event -> !event.recordedTime().isAfter(window.knownAt()))
                .map(Event::validTime)
                .filter(time -> time.isAfter(window.from()) && time.isBefore(window.to()));
    }
}
