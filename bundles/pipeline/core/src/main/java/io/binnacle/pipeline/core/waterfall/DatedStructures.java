package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyNode;
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
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sales hierarchies that a window goes through. */
record DatedStructures(Journal journal) {

    /** Each hierarchy by when it begins to hold in the window; the first one at its start. */
    NavigableMap<Instant, Structure> in(WaterfallQuery window) {
        NavigableMap<Instant, Structure> found = new TreeMap<>();
        if (window.hierarchy() == HierarchyMode.AS_IS) {
            found.put(window.from(), at(window.to(), window));
            return found;
        }
        Structure first = at(window.from(), window);
        Structure last = at(window.to(), window);
        found.put(window.from(), first);
        if (window.mode() == Mode.PATH) {
            changes(first, last, window).forEach(change -> found.computeIfAbsent(change, since -> at(since, window)));
        }
        found.put(window.to(), last);
        return found;
    }

    private Structure at(Instant time, WaterfallQuery window) {
        return new Structure(new Past<>(journal, Entities.NODE, HierarchyNode.class)
                .all(new AsOf(time, window.knownAt()), all -> all.filter(
                                node -> node.kind().hierarchy() == HierarchyKind.ORG)
                        .toList()));
    }

    /** Nodes never go, so those of the end are all there are; one that never changed has nothing to tell. */
    private Stream<Instant> changes(Structure first, Structure last, WaterfallQuery window) {
        return last.nodes().stream()
                .filter(node -> node.version() > 1 || !first.contains(node.id()))
                .flatMap(node -> journal.history(new EntityRef(Entities.NODE, node.id())).stream())
                .filter(event -> !event.recordedTime().isAfter(window.knownAt()))
                .map(Event::validTime)
                .filter(time -> time.isAfter(window.from()) && time.isBefore(window.to()));
    }
}
