package io.binnacle.platform.storage.journal;

import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.EntityState;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/** Reads whole histories, one entity at a time. */
public final class Histories {

    private static final int ROWS_AT_A_TIME = 2_000;
    private static final Comparator<Event> AS_THEY_HOLD =
            Comparator.comparing(Event::validTime).thenComparing(Event::seq);

    private Histories() {}

    /** How many entities of each type the journal knows. */
    public static Map<String, Long> types(Handle handle) {
        Map<String, Long> counts = new TreeMap<>();
        handle.createQuery("select entity_type, count(*) from journal.head group by entity_type")
                .map((row, context) -> counts.put(row.getString(1), row.getLong(2)))
                .forEach(previous -> {});
        return counts;
    }

    /** Gives the history of every entity of a type to {@code use}, in the order of their ids. */
    public static void forEach(Handle handle, String type, Consumer<EntityHistory> use) {
        try (ResultIterator<Event> events = handle.createQuery(
                        EventRows.COLUMNS + " where entity_type = :type order by entity_id, seq")
                .bind("type", type)
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, context) -> EventRows.event(row))
                .iterator()) {
            forEach(events, use);
        }
    }

    private static void forEach(Iterator<Event> events, Consumer<EntityHistory> use) {
        List<Event> history = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (!history.isEmpty() && !history.get(0).entity().equals(event.entity())) {
                use.accept(of(history));
                history.clear();
            }
            history.add(event);
        }
        if (!history.isEmpty()) {
            use.accept(of(history));
        }
    }

    private static EntityHistory of(List<Event> events) {
        EntityRef entity = events.get(0).entity();
        EntityState latest = new EntityState(entity.id(), events.size(), Json.object());
        events.stream().sorted(AS_THEY_HOLD).forEach(event -> MergePatch.apply(latest.fields(), event.patch()));
        return new EntityHistory(entity, events, latest);
    }
}
