package io.binnacle.platform.api.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a longer list.
 *
 * @param items the items of this page, in the list's order
 * @param next the cursor of the next page; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The first {@code limit} of what was found, with a cursor behind the last of them if there is more.
     *
     * @param found one more than the limit, where there are so many
     */
    public static <T> Page<T> first(List<T> found, int limit, Function<T, String> cursor) {
        return found.size() <= limit
                ? new Page<>(found, Optional.empty())
                : new Page<>(found.subList(0, limit), Optional.of(cursor.apply(found.get(limit - 1))));
    }
}
