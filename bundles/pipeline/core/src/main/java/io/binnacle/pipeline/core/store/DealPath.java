package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.HistoryQuality;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A deal's way through the window.
 *
 * @param before how it stood at the start; empty when there was none
 * @param after how it stood since then, in the order of time: each of its stands, or the last one alone
 */
public record DealPath(UUID deal, HistoryQuality quality, Optional<Stand> before, List<Stand> after) {

    public DealPath {
        after = List.copyOf(after);
    }

    /** How it stood at the end. */
    public Optional<Stand> last() {
        return after.isEmpty() ? before : Optional.of(after.get(after.size() - 1));
    }
}
