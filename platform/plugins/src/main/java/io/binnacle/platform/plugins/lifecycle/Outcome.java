package io.binnacle.platform.plugins.lifecycle;

import java.util.Optional;

/**
 * How a change of a plugin ended.
 *
 * @param problem why it did not do what was asked
 * @param unloaded whether what was removed left memory: {@code released}, or what retains it
 */
public record Outcome(
        String operation,
        String plugin,
        String version,
        PluginState state,
        Optional<String> problem,
        Optional<String> unloaded) {}
