package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.plugins.store.Choice;
import io.binnacle.platform.plugins.store.InstalledPlugin;
import io.binnacle.platform.plugins.store.PluginStore;
import io.binnacle.platform.plugins.store.Suspect;
import io.binnacle.platform.plugins.store.Unfinished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
    private volatile boolean interrupted;

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
        Optional<Outcome> ended = store.culprit().read().flatMap(this::condemn);
        startingThen().ifPresentOrElse(this::suspect, store.suspect()::delete);
        Choice choice = store.boots().choose(safeModeAsked);
        if (choice != Choice.CURRENT) {
            LOG.warn("{}", store.boots().reason());
        }
        if (choice != Choice.SAFE_MODE) {
            startAll();
        }
        ended.ifPresent(outcome -> board.changed(outcome.plugin(), outcome));
        store.culprit().delete();
        if (interrupted) {
            return choice != Choice.SAFE_MODE;
        }
        store.steps().done();
        store.boots().succeeded();
        store.suspect().delete();
        return choice != Choice.SAFE_MODE;
    }

    /** The platform stops in good order: what was starting is no suspect, and nothing more starts. */
    void interrupt() {
        interrupted = true;
        store.boots().interrupted();
        store.steps().done();
    }

    /** A plugin that has called System.exit does not run again; of a new version of one that runs it is told. */
    private Optional<Outcome> condemn(Suspect culprit) {
        String reason = "%s %s ended the platform at %s: it called System.exit."
                .formatted(culprit.plugin(), culprit.version(), culprit.at());
        LOG.warn("{}", reason);
        InstalledPlugin installed = store.generations().current().plugins().get(culprit.plugin());
        if (installed == null || culprit.is(installed)) {
            quarantine.add(culprit.plugin(), culprit.version(), culprit.digest(), reason);
            return Optional.empty();
        }
        String operation = unfinished.map(Unfinished::operation).orElse("boot");
        return Optional.of(new Outcome(
                operation,
                culprit.plugin(),
                culprit.version(),
                PluginState.ROLLED_BACK,
                Optional.of(reason),
                Optional.empty()));
    }

    /** What was starting when the last boot failed. */
    private Optional<InstalledPlugin> startingThen() {
        return unfinished
                .filter(died -> died.step().equals(PluginOperation.BOOT.crashPoint(LifecycleStep.STARTING)))
                .map(died -> store.generations().current().plugins().get(died.plugin()));
    }

    /** Anything can kill a process once; one that dies at the same plugin twice in a row dies of it. */
    private void suspect(InstalledPlugin plugin) {
        if (store.suspect().read().filter(suspect -> suspect.is(plugin)).isPresent()) {
            blame(plugin);
            store.suspect().delete();
        } else {
            LOG.warn("the platform died while {} {} was starting; it starts last now", plugin.id(), plugin.version());
            note(plugin);
        }
    }

    private void note(InstalledPlugin plugin) {
        try {
            Instant died = unfinished.orElseThrow().begunAt();
            store.suspect().write(new Suspect(plugin.id(), plugin.version(), plugin.digest(), died));
        } catch (PlatformException e) {
            LOG.warn("this suspicion is forgotten: {}", e.getMessage());
        }
    }

    private void blame(InstalledPlugin plugin) {
        String reason = ("The platform died twice in a row while %s %s was starting, the last time at %s, so it was not"
                        + " started again; enable it to try once more.")
                .formatted(
                        plugin.id(), plugin.version(), unfinished.orElseThrow().begunAt());
        LOG.warn("{}", reason);
        quarantine.add(plugin.id(), plugin.version(), plugin.digest(), reason);
    }

    private void startAll() {
        List<InstalledPlugin> waiting = startable();
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

    /** A suspect comes last, when all others are up. */
    private List<InstalledPlugin> startable() {
        Optional<Suspect> suspect = store.suspect().read();
        return store.generations().current().plugins().values().stream()
                .filter(InstalledPlugin::enabled)
                .filter(plugin -> quarantine.find(plugin.id(), plugin.digest()).isEmpty())
                .sorted(Comparator.comparing(
                        plugin -> suspect.filter(last -> last.is(plugin)).isPresent()))
                .toList();
    }

    private List<InstalledPlugin> startThose(List<InstalledPlugin> plugins) {
        List<InstalledPlugin> failed = new ArrayList<>();
        for (InstalledPlugin plugin : plugins) {
            if (interrupted || !start(plugin)) {
                failed.add(plugin);
            }
        }
        return failed;
    }

    private boolean start(InstalledPlugin plugin) {
        Optional<String> problem = Optional.empty();
        trace(plugin, LifecycleStep.STARTING);
        try {
            changes.boot(plugin);
            trace(plugin, LifecycleStep.REVEALED);
        } catch (RuntimeException e) {
            problem = Optional.of(String.valueOf(e.getMessage()));
        }
        store.steps().done();
        PluginState state = problem.isEmpty() ? PluginState.ACTIVE : PluginState.QUARANTINED;
        board.changed(
                plugin.id(), new Outcome("boot", plugin.id(), plugin.version(), state, problem, Optional.empty()));
        return problem.isEmpty();
    }

    /** On a full disk a start leaves no trace, but starts. */
    private void trace(InstalledPlugin plugin, LifecycleStep step) {
        try {
            if (step == LifecycleStep.STARTING) {
                store.steps().begin(PluginOperation.BOOT.label(), plugin.id());
            }
            store.steps().step(PluginOperation.BOOT.crashPoint(step));
        } catch (PlatformException | IllegalStateException e) {
            LOG.warn("the start of {} is not noted: {}", plugin.id(), e.getMessage());
        }
    }
}
