package io.binnacle.industry.api;

import java.util.List;
import java.util.Objects;

/** Lists as they come from a file, where one may be missing. */
final class Lists {

    private Lists() {}

    static <T> List<T> whole(List<T> items) {
        if (items == null) {
            return List.of();
        }
        if (items.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a list has null in it");
        }
        return List.copyOf(items);
    }
}
