package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.plugins.archive.CatalogueIndex;
import io.binnacle.platform.plugins.archive.CatalogueIndex.Entry;
import io.binnacle.platform.plugins.archive.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the catalogue has for this platform.
 *
 * @param counter counts up with every state of the catalogue
 * @param expires from when on nothing is taken from this state
 * @param plugins by id
 */
public record CatalogueOffers(String name, long counter, Instant expires, List<Offer> plugins) {

    /**
     * A plugin.
     *
     * @param newest the newest version that was made for this platform; empty when there is none
     * @param versions all, the newest first
     */
    public record Offer(
            String id,
            String name,
            String description,
            Optional<String> installed,
            Optional<String> newest,
            List<OfferedVersion> versions) {}

    /**
     * One version of a plugin.
     *
     * @param compatible whether it was made for this platform and its APIs
     */
    public record OfferedVersion(
            String version, String platform, Map<String, String> spi, long size, boolean compatible) {}

    /** @param words what the id, the name or the description has to contain; blank for all */
    static CatalogueOffers of(CatalogueIndex index, String words, Surroundings here, Map<String, String> installed) {
        List<Offer> plugins = index.entries().stream()
                .filter(matches(words))
                .map(Entry::id)
                .distinct()
                .sorted()
                .map(id -> offer(index, id, here, Optional.ofNullable(installed.get(id))))
                .toList();
        return new CatalogueOffers(index.name(), index.counter(), index.expires(), plugins);
    }

    private static Offer offer(CatalogueIndex index, String id, Surroundings here, Optional<String> installed) {
        List<Entry> versions = index.versions(id).toList();
        Entry latest = versions.get(0);
        return new Offer(
                id,
                latest.name(),
                latest.description(),
                installed,
                index.newest(id, here).map(Entry::version),
                versions.stream()
                        .map(entry -> new OfferedVersion(
                                entry.version(), entry.platform(), entry.spi(), entry.size(), entry.fits(here)))
                        .toList());
    }

    private static Predicate<Entry> matches(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return entry -> (entry.id() + " " + entry.name() + " " + entry.description())
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }
}
