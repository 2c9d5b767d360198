package io.binnacle.platform.plugins.lifecycle;

import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_REFUSED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_UNHEALTHY;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.COMMITTED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.PROBATION;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.REMOVED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.REVEALED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.STARTING;

import io.binnacle.platform.plugins.store.InstalledPlugin;
import io.binnacle.platform.plugins.store.PluginStore;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes from what runs to another set of plugins without a gap: what is new starts beside what is there, and only
 * when all of it has proved itself does the new generation count and the old leave. When something fails, what
 * is new leaves and nothing has changed.
 */
final class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final PluginStore store;
    private final StoredPlugins stored;
    private final PluginRunner runner;
    private final PluginBoard board;

    Changes(PluginStore store, StoredPlugins stored, PluginRunner runner, PluginBoard board) {
        this.store = store;
        this.stored = stored;
        this.runner = runner;
        this.board = board;
    }

    /** Carries out the change; {@code running} says whether plugins run at all, or are kept back in safe mode. */
    void apply(Trail trail, SortedMap<String, InstalledPlugin> target, String cause, boolean running) {
        List<RunningPlugin> arrivals = running ? bringUp(trail, arrivals(target)) : List.of();
        List<InstalledPlugin> reconfigured = running ? reconfigured(target) : List.of();
        try {
            store.generations().commit(target, cause);
        } catch (RuntimeException e) {
            arrivals.forEach(this::remove);
            throw e;
        }
        trail.reached(COMMITTED);
        List<RunningPlugin> departures = departures(target);
        arrivals.forEach(board::runs);
        departures.forEach(this::remove);
        reconfigured.forEach(this::restart);
        if (!departures.isEmpty()) {
            trail.reached(REMOVED);
        }
    }

    /** Deletes content that no generation needs any more. */
    void sweep() {
        try {
            store.contents().sweep(store.generations().digests());
        } catch (RuntimeException e) {
            LOG.warn("content that is needed no more stays until the next start: {}", e.getMessage());
        }
    }

    /** Starts one plugin as the platform starts, where there is nothing to compare it with. */
    RunningPlugin boot(InstalledPlugin plugin) {
        RunningPlugin started = runner.start(stored.of(plugin), plugin.config(), true);
        runner.announce(started);
        board.runs(started);
        return started;
    }

    /** Starts a plugin anew that runs. */
    void restart(InstalledPlugin plugin) {
        board.running(plugin.id()).ifPresent(running -> runner.restart(running, plugin.config()));
    }

    void remove(RunningPlugin plugin) {
        board.unloaded(plugin, runner.remove(plugin));
    }

    void shutDown() {
        board.running().forEach(runner::shutDown);
    }

    private List<InstalledPlugin> reconfigured(SortedMap<String, InstalledPlugin> target) {
        return target.values().stream()
                .filter(plugin -> board.running(plugin.id())
                        .filter(present -> present.plugin().digest().equals(plugin.digest()))
                        .isPresent())
                .filter(plugin -> !plugin.config()
                        .equals(store.generations()
                                .current()
                                .plugins()
                                .get(plugin.id())
                                .config()))
                .toList();
    }

    private List<InstalledPlugin> arrivals(SortedMap<String, InstalledPlugin> target) {
        return target.values().stream()
                .filter(InstalledPlugin::enabled)
                .filter(plugin -> board.running(plugin.id())
                        .filter(present -> present.plugin().digest().equals(plugin.digest()))
                        .isEmpty())
                .toList();
    }

    private List<RunningPlugin> departures(SortedMap<String, InstalledPlugin> target) {
        return board.running().stream()
                .filter(present -> {
                    InstalledPlugin wanted = target.get(present.id());
                    return wanted == null
                            || !wanted.enabled()
                            || !wanted.digest().equals(present.plugin().digest());
                })
                .toList();
    }

    private List<RunningPlugin> bringUp(Trail trail, List<InstalledPlugin> plugins) {
        List<RunningPlugin> arrivals = new ArrayList<>();
        try {
            for (InstalledPlugin plugin : plugins) {
                trail.reached(STARTING);
                arrivals.add(runner.start(stored.of(plugin), plugin.config(), false));
            }
            if (!arrivals.isEmpty()) {
                reveal(trail, arrivals);
            }
            return arrivals;
        } catch (RuntimeException e) {
            arrivals.forEach(this::abandon);
            throw e;
        }
    }

    private void reveal(Trail trail, List<RunningPlugin> arrivals) {
        for (RunningPlugin plugin : arrivals) {
            runner.reveal(plugin);
            runner.announce(plugin);
        }
        trail.reached(REVEALED);
        arrivals.forEach(this::requireTaken);
        for (RunningPlugin plugin : arrivals) {
            runner.probation(plugin).ifPresent(problem -> {
                throw PLUGIN_UNHEALTHY.because("%s turned out not to work: %s", plugin.label(), problem);
            });
        }
        trail.reached(PROBATION);
    }

    private void requireTaken(RunningPlugin plugin) {
        List<String> refusals = runner.refusals(plugin);
        if (!refusals.isEmpty()) {
            throw PLUGIN_REFUSED.because(
                    "what %s brings is refused: %s. Nothing was changed.", plugin.label(), String.join("; ", refusals));
        }
    }

    private void abandon(RunningPlugin plugin) {
        try {
            runner.remove(plugin);
        } catch (RuntimeException e) {
            LOG.warn("{} failed and stays in memory until the platform is restarted", plugin.label(), e);
        }
    }
}
