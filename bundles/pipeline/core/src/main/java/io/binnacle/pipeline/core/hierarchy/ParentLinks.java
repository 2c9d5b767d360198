package io.binnacle.pipeline.core.hierarchy;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The links from node to parent over time, by today's knowledge. */
record ParentLinks(Journal journal) {

    private static final String PARENT = "parent";

    /** A parent from one instant up to, not including, another. */
    private record Link(Optional<UUID> parent, Instant from, Instant until) {}

    /** When a link that begins at {@code since} is taken over by a later one of the same node. */
    Instant until(UUID node, Instant since) {
        return links(node).stream()
                .map(Link::from)
                .filter(from -> from.isAfter(since))
                .findFirst()
                .orElse(Instant.MAX);
    }

    /**
     * The first instant found at which {@code node} would be its own ancestor, were it below {@code above} from
     * {@code from} until {@code until}. Only ancestors are read, so a large tree costs no more than a deep one.
     */
    Optional<Instant> circle(UUID node, UUID above, Instant from, Instant until) {
        if (node.equals(above)) {
            return Optional.of(from);
        }
        return links(above).stream()
                .filter(link -> link.parent().isPresent()
                        && link.from().isBefore(until)
                        && link.until().isAfter(from))
                .flatMap(
                        link -> circle(
                                node,
                                link.parent().orElseThrow(),
                                later(link.from(), from),
                                earlier(link.until(), until))
                                .stream())
                .findFirst();
    }

    private List<Link> links(UUID node) {
        List<Event> events = journal.history(new EntityRef(Entities.NODE, node)).stream()
                .filter(event -> event.seq() == 1 || event.patch().has(PARENT))
                .sorted(Comparator.comparing(Event::validTime).thenComparing(Event::seq))
                .toList();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Instant until = i + 1 < events.size() ? events.get(i + 1).validTime() : Instant.MAX;
            links.add(new Link(parent(events.get(i)), events.get(i).validTime(), until));
        }
        return links;
    }

    private static Optional<UUID> parent(Event event) {
        JsonNode parent = event.patch().path(PARENT);
        return parent.isTextual() ? Optional.of(UUID.fromString(parent.textValue())) : Optional.empty();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
