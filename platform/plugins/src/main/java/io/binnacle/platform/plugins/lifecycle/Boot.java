package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.plugins.store.Choice;
import io.binnacle.platform.plugins.store.InstalledPlugin;
import io.binnacle.platform.plugins.store.PluginStore;
import io.binnacle.platform.plugins.store.Unfinished;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the plugins of the generation, one after the other; one that fails does not keep the others back. */
final class Boot {

    private static final Logger LOG = LoggerFactory.getLogger(Boot.class);

    private final PluginStore store;
    private final Changes changes;
    private final PluginBoard board;
    private final Quarantine quarantine;
    private final Optional<Unfinished> unfinished;

    Boot(PluginStore store, Changes changes, PluginBoard board, Quarantine quarantine) {
        this.store = store;
        this.changes = changes;
        this.board = board;
        this.quarantine = quarantine;
        this.unfinished = store.steps().unfinished();
    }

    /** The operation that the platform died in the last time. */
    Optional<Unfinished> unfinished() {
        return unfinished;
    }

    /** @return whether plugins run, which they do not in safe mode */
    boolean run(boolean safeModeAsked) {
        unfinished
                .filter(died -> died.operation().equals(PluginOperation.BOOT.label()))
                .ifPresent(this::blame);
        Choice choice = store.boots().choose(safeModeAsked);
        if (choice != Choice.CURRENT) {
            LOG.warn("{}", store.boots().reason());
        }
        if (choice != Choice.SAFE_MODE) {
            startAll();
        }
        store.steps().done();
        store.boots().succeeded();
        return choice != Choice.SAFE_MODE;
    }

    /** Whatever was starting when the process died has probably killed it. */
    private void blame(Unfinished died) {
        InstalledPlugin plugin = store.generations().current().plugins().get(died.plugin());
        if (plugin != null) {
            String reason = ("The platform died at %s while %s %s was starting, so it was not started again; enable it"
                            + " to try once more.")
                    .formatted(died.begunAt(), plugin.id(), plugin.version());
            LOG.warn("{}", reason);
            quarantine.add(plugin.id(), plugin.version(), plugin.digest(), reason);
        }
    }

    private void startAll() {
        List<InstalledPlugin> waiting = store.generations().current().plugins().values().stream()
                .filter(InstalledPlugin::enabled)
                .filter(plugin -> quarantine.find(plugin.id(), plugin.digest()).isEmpty())
                .toList();
        int before;
        // A plugin may need another one that comes later, so those that fail get another try.
        do {
            before = waiting.size();
            waiting = startThose(waiting);
        } while (!waiting.isEmpty() && waiting.size() < before);
        waiting.forEach(plugin -> LOG.warn(
                "the plugin {} {} does not run: {}",
                plugin.id(),
                plugin.version(),
                board.lastChange(plugin.id()).flatMap(Outcome::problem).orElse("")));
    }

    private List<InstalledPlugin> startThose(List<InstalledPlugin> plugins) {
        List<InstalledPlugin> failed = new ArrayList<>();
        for (InstalledPlugin plugin : plugins) {
            if (!start(plugin)) {
                failed.add(plugin);
            }
        }
        return failed;
    }

    private boolean start(InstalledPlugin plugin) {
        Optional<String> problem = Optional.empty();
        try (Trail trail = new Trail(store.steps(), PluginOperation.BOOT, plugin.id(), Progress.NONE)) {
            trail.reached(LifecycleStep.STARTING);
            changes.boot(plugin);
            trail.reached(LifecycleStep.REVEALED);
        } catch (RuntimeException e) {
            problem = Optional.of(String.valueOf(e.getMessage()));
        }
        PluginState state = problem.isEmpty() ? PluginState.ACTIVE : PluginState.QUARANTINED;
        board.changed(
                plugin.id(), new Outcome("boot", plugin.id(), plugin.version(), state, problem, Optional.empty()));
        return problem.isEmpty();
    }
}
