package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.core.Structure;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A hierarchy at one instant.
 *
 * @param places the node to which an owner, an account or a product belongs
 */
record Layout(Structure structure, Function<UUID, Optional<UUID>> places) {

    /** Of the sales hierarchy, whose nodes own deals themselves. */
    static Layout ofOwners(Structure structure) {
        return new Layout(structure, Optional::of);
    }

    boolean contains(UUID node) {
        return structure.contains(node);
    }
}
