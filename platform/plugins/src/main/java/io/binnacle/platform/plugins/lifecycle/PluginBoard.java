package io.binnacle.platform.plugins.lifecycle;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** What runs now and what became of what does not; any thread may read. */
final class PluginBoard {

    private final Map<String, RunningPlugin> running = new ConcurrentSkipListMap<>();
    private final Map<String, Outcome> lastChanges = new ConcurrentHashMap<>();
    private final Map<String, String> lastUnloads = new ConcurrentHashMap<>();
    private final Map<String, PluginState> changing = new ConcurrentHashMap<>();

    Optional<RunningPlugin> running(String plugin) {
        return Optional.ofNullable(running.get(plugin));
    }

    Collection<RunningPlugin> running() {
        return List.copyOf(running.values());
    }

    void runs(RunningPlugin plugin) {
        running.put(plugin.id(), plugin);
    }

    /** Forgets {@code plugin} unless another version of it runs by now. */
    void unloaded(RunningPlugin plugin, String verdict) {
        running.remove(plugin.id(), plugin);
        lastUnloads.put(plugin.id(), plugin.label() + ": " + verdict);
    }

    void changing(String plugin, PluginState state) {
        changing.put(plugin, state);
    }

    void changed(String plugin, Outcome outcome) {
        changing.remove(plugin);
        lastChanges.put(plugin, outcome);
    }

    Optional<PluginState> changing(String plugin) {
        return Optional.ofNullable(changing.get(plugin));
    }

    Optional<Outcome> lastChange(String plugin) {
        return Optional.ofNullable(lastChanges.get(plugin));
    }

    Optional<String> lastUnload(String plugin) {
        return Optional.ofNullable(lastUnloads.get(plugin));
    }
}
