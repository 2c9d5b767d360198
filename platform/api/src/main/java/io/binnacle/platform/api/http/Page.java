package io.binnacle.platform.api.http;

import java.util.List;
import java.util.Optional;

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
}
