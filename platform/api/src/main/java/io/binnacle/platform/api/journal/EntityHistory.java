package io.binnacle.platform.api.journal;

import java.util.List;

/**
 * All that the journal knows of one entity.
 *
 * @param events in their order; never empty
 * @param latest what they make together, by today's knowledge
 */
public record EntityHistory(EntityRef entity, List<Event> events, EntityState latest) {

    public EntityHistory {
        events = List.copyOf(events);
    }
}
