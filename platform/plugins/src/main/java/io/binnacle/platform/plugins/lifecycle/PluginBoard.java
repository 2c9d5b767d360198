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
    private final Map<String, Unload> lastUnloads = new ConcurrentHashMap<>();
    private final Map<String, PluginState> changing = new ConcurrentHashMap<>();

    private record Unload(String label, LeakProbe probe) {

        String sentence() {
            return label + ": " + probe.verdict();
        }
    }

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
    void unloaded(RunningPlugin plugin, LeakProbe probe) {
        running.remove(plugin.id(), plugin);
        lastUnloads.put(plugin.id(), new Unload(plugin.label(), probe));
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
        return Optional.ofNullable(lastUnloads.get(plugin)).map(Unload::sentence);
    }
}
