package io.binnacle.industry.core;

import io.binnacle.industry.api.GoldenTests;
import io.binnacle.industry.api.PackCheck;
import io.binnacle.industry.api.PackContent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.Version;

/**
 * A pack that has come, fit for use or not.
 *
 * @param id of the industry; that of the plugin when the pack cannot be read
 * @param plugin who brought it
 * @param version of who brought it
 * @param problems why it is refused; empty when it is fit for use
 */
record Arrival(String id, String plugin, Version version, Optional<PackContent> content, List<String> problems) {

    /** Reads a pack, checks it and runs its golden tests. Packs are other people's: whatever they throw is told. */
    static Arrival of(String plugin, Version version, Supplier<PackContent> content, Supplier<GoldenTests> golden) {
        try {
            PackContent pack = content.get();
            List<String> problems = PackCheck.problems(pack);
            return new Arrival(
                    pack.id(),
                    plugin,
                    version,
                    Optional.of(pack),
                    problems.isEmpty() ? golden.get().failures(pack) : problems);
        } catch (RuntimeException | LinkageError e) {
            return new Arrival(plugin, plugin, version, Optional.empty(), List.of(sentence(e)));
        }
    }

    boolean isFit() {
        return problems.isEmpty();
    }

    private static String sentence(Throwable failure) {
        return Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
    }
}
