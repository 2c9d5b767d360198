package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.HistoryQuality;
import java.util.List;
import java.util.UUID;

/**
 * Where one deal stood, from its beginning on.
 *
 * @param name the deal's present name
 * @param standings in the order of their valid times, each of which occurs once; never empty
 */
public record Track(String name, HistoryQuality quality, List<Standing> standings) {

    public UUID id() {
        return last().id();
    }

    /** How it stood in the end. */
    public Standing last() {
        return standings.get(standings.size() - 1);
    }

    /** Whether more than the present is known of it. */
    public boolean hasHistory() {
        return quality != HistoryQuality.CURRENT_ONLY;
    }
}
