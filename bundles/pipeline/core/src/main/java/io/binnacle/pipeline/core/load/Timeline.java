package io.binnacle.pipeline.core.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The patches of one entity in the order in which they hold, with room for late ones. */
final class Timeline {

    private record Entry(Instant since, long number, ObjectNode patch) {}

    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::since).thenComparing(Entry::number);

    private final List<Entry> entries = new ArrayList<>();
    private long number;

    Timeline(List<Event> events) {
        events.forEach(event -> add(event.validTime(), event.patch()));
    }

    /** Adds a patch that is recorded after all the others. */
    void add(Instant since, ObjectNode patch) {
        entries.add(new Entry(since, number++, patch));
        entries.sort(ORDER);
    }

    /** What holds at a point in time; nothing before the first patch. */
    ObjectNode at(Instant time) {
        ObjectNode fields = Json.object();
        for (Entry entry : entries) {
            if (!entry.since().isAfter(time)) {
                fields = Fields.merge(fields, entry.patch());
            }
        }
        return fields;
    }

    /** When the last of the patches began to hold. */
    Instant end() {
        return entries.get(entries.size() - 1).since();
    }
}
