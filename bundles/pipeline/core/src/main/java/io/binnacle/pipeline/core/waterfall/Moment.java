package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.core.store.Stand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A deal at an instant.
 *
 * @param rows in which it counts then
 */
record Moment(Optional<Stand> stand, Instant at, List<Row> rows) {

    View seenBy(Row row) {
        return new View(stand, at, rows.contains(row));
    }
}
