package io.binnacle.pipeline.api.metrics;

import java.util.Optional;
import java.util.UUID;

/**
 * Which deals, by how they stand at the point in time that is asked about; an empty field does not restrict.
 *
 * @param pipeline the id of a pipeline
 * @param node owned by this node of the hierarchy, as it was then, or by one below it
 * @param product the id of a product
 * @param sizeBand such as {@code SMALL}; see {@link SizeBand}
 */
public record Segment(
        Optional<String> pipeline, Optional<UUID> node, Optional<UUID> product, Optional<SizeBand> sizeBand) {

    /** All deals. */
    public static final Segment ALL =
            new Segment(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
