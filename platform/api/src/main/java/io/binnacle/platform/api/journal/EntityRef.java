package io.binnacle.platform.api.journal;

import java.util.Objects;
import java.util.UUID;

/**
 * Names one domain entity.
 *
 * @param type the kind of entity in lower case, such as {@code opportunity}
 */
public record EntityRef(String type, UUID id) {

    public EntityRef {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }
}
