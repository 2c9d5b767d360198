package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.plugins.archive.Trust;
import java.util.List;
import java.util.Optional;

/**
 * A plugin that is installed, or was kept from being installed because it failed.
 *
 * @param trust empty for one that never got as far as being installed
 * @param health {@code well}, {@code unwell} or {@code not running}
 * @param whyNotActive in one sentence; empty when all of it works
 * @param previousVersion where a rollback would go
 * @param lastChange how the last change since the platform started ended
 * @param lastUnload the version that left last, and whether it left memory
 * @param threads the names of the threads that run its code
 * @param usage what it takes while it runs
 */
public record PluginDetails(
        String id,
        String version,
        String name,
        String publisher,
        String description,
        String kind,
        Optional<Trust> trust,
        String digest,
        boolean enabled,
        PluginState state,
        String health,
        Optional<String> whyNotActive,
        Optional<String> previousVersion,
        Optional<Outcome> lastChange,
        Optional<String> lastUnload,
        List<String> threads,
        Optional<PluginUsage> usage,
        List<String> permissions,
        List<Part> bundles) {

    /** One of its bundles. */
    public record Part(String name, String version) {}
}
