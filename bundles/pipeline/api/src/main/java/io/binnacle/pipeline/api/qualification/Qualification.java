package io.binnacle.pipeline.api.qualification;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * The ratings of one opportunity, as somebody gave them.
 *
 * @param id that of the opportunity
 * @param ratings an element without one has the score 0
 * @param version the number of its latest journal event; 0 when nobody has rated it yet
 */
public record Qualification(UUID id, Map<Element, Rating> ratings, long version) {

    public Qualification {
        Map<Element, Rating> ordered = new EnumMap<>(Element.class);
        ordered.putAll(ratings);
        ratings = Collections.unmodifiableMap(ordered);
    }
}
