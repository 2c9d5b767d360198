package io.binnacle.platform.api.journal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;

/**
 * A change to be recorded.
 *
 * @param validTime since when it holds in the real world; not after the moment it is recorded
 * @param actor who made it
 * @param cause why, such as {@code import:maven} or a reason that a person gave
 * @param patch the fields that change, as a JSON Merge Patch (RFC 7396): a null clears a field
 */
public record Change(EntityRef entity, Instant validTime, String actor, String cause, ObjectNode patch) {

    public Change {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(validTime, "validTime");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(patch, "patch");
    }
}
