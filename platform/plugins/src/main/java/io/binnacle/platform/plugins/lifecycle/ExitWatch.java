package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.plugins.store.Suspect;
import io.binnacle.platform.plugins.store.SuspectFile;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When the process ends, notes the plugin whose code ended it. The thread that calls {@code System.exit} stays in
 * there until all is over, so its stack is the evidence; {@code Runtime.halt} leaves none.
 */
final class ExitWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExitWatch.class);

    private final Thread hook = new Thread(this::look, "plugin-exit-watch");
    private final PluginRunner runner;
    private final SuspectFile culprit;
    private final Clock clock;

    ExitWatch(PluginRunner runner, SuspectFile culprit, Clock clock) {
        this.runner = runner;
        this.culprit = culprit;
        this.clock = clock;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            LOG.debug("the process ends, and the watch with it");
        }
    }

    /** Of two versions with the same classes the one that came last is taken. */
    private void look() {
        runner.loaded().stream()
                .filter(plugin -> plugin.census().endsProcess())
                .findFirst()
                .ifPresent(this::note);
    }

    private void note(RunningPlugin plugin) {
        LOG.error("{} ends the platform: it called System.exit", plugin.label());
        culprit.write(new Suspect(
                plugin.id(),
                plugin.plugin().manifest().version().toString(),
                plugin.plugin().digest(),
                clock.instant()));
    }
}
