package io.binnacle.platform.plugins.store;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All plugins that are installed at one time; never changed, only followed by the next one.
 *
 * @param number one more than that of the generation before; 0 is the empty one every platform begins with
 * @param cause the change that made it, for a person
 * @param plugins by their ids
 */
public record Generation(long number, Instant createdAt, String cause, SortedMap<String, InstalledPlugin> plugins) {

    public Generation {
        plugins = Collections.unmodifiableSortedMap(new TreeMap<>(plugins));
    }
}
