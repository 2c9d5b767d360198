package io.binnacle.pipeline.core.store;

import java.util.Optional;
import java.util.function.Function;

/** A column of a typed table and what a row puts into it; an empty optional is a null. */
record Column<T>(String name, Function<T, ?> value) {

    /** The value as the driver takes it. */
    Object of(T row) {
        Object found = value.apply(row);
        if (found instanceof Optional<?> optional) {
            found = optional.orElse(null);
        }
        return found instanceof Enum<?> constant ? constant.name() : found;
    }
}
