package io.binnacle.industry.core;

import io.binnacle.industry.api.PackContent;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The packs that are there, and of each industry the one in use: the fit one of the highest version. The next one is
 * published before the last one is withdrawn, so nothing is missing in between.
 */
final class Arrivals {

    private final Function<PackContent, Runnable> publish;
    private final Map<Object, Arrival> arrivals = new IdentityHashMap<>();
    private final Map<String, Published> published = new HashMap<>();
    private volatile List<Arrival> all = List.of();
    private volatile SortedMap<String, PackContent> inUse = new TreeMap<>();

    private record Published(PackContent content, Runnable withdraw) {}

    /** @param publish tells the world of a pack in use, and returns how to take that back */
    Arrivals(Function<PackContent, Runnable> publish) {
        this.publish = publish;
    }

    synchronized void add(Object service, Arrival arrival) {
        arrivals.put(service, arrival);
        settle();
    }

    synchronized void remove(Object service) {
        arrivals.remove(service);
        settle();
    }

    /** All that have come, by id, of each the newest first. */
    List<Arrival> all() {
        return all;
    }

    /** The packs in use, by id. */
    SortedMap<String, PackContent> inUse() {
        return inUse;
    }

    private void settle() {
        all = arrivals.values().stream()
                .sorted(Comparator.comparing(Arrival::id)
                        .thenComparing(Arrival::version, Comparator.reverseOrder())
                        .thenComparing(Arrival::plugin))
                .toList();
        SortedMap<String, PackContent> fit = fit(all);
        inUse = fit;
        fit.forEach(this::publish);
        List.copyOf(published.keySet()).stream()
                .filter(id -> !fit.containsKey(id))
                .forEach(id -> published.remove(id).withdraw().run());
    }

    private void publish(String id, PackContent content) {
        Published last = published.get(id);
        if (last == null || last.content() != content) {
            published.put(id, new Published(content, publish.apply(content)));
            if (last != null) {
                last.withdraw().run();
            }
        }
    }

    private static SortedMap<String, PackContent> fit(Collection<Arrival> newestFirst) {
        SortedMap<String, PackContent> fit = new TreeMap<>();
        newestFirst.stream()
                .filter(Arrival::isFit)
                .forEach(arrival ->
                        fit.putIfAbsent(arrival.id(), arrival.content().orElseThrow()));
        return fit;
    }
}
