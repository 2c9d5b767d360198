package io.binnacle.pipeline.api;

import java.util.Objects;

/**
 * The name that another system gives to an entity; unique for its system and type.
 *
 * @param system such as {@code salesforce}
 * @param type the other system's kind of record, such as {@code Opportunity}
 * @param id kept to the letter
 */
public record ExternalRef(String system, String type, String id) {

    public ExternalRef {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(id, "id");
    }
}
