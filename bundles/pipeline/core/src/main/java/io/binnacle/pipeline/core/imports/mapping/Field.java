package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.api.imports.ImportColumn;

/**
 * Something that a kind of record is told by.
 *
 * @param required whether a mapping has to say where it stands
 */
record Field(String name, ImportColumn.Kind kind, boolean required) {

    static Field required(String name, ImportColumn.Kind kind) {
        return new Field(name, kind, true);
    }

    static Field optional(String name, ImportColumn.Kind kind) {
        return new Field(name, kind, false);
    }
}
