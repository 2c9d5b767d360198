package io.binnacle.pipeline.api.qualification;

import java.util.Objects;

/**
 * What a gate holds against a change.
 *
 * @param pointer the field that must not change yet, as a JSON Pointer such as {@code /category}
 * @param detail one sentence for a person
 * @param overridable whether the caller may go on by giving a reason
 */
public record Obstacle(String pointer, String detail, boolean overridable) {

    public Obstacle {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(detail, "detail");
    }
}
