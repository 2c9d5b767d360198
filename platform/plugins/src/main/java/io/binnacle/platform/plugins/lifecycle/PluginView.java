package io.binnacle.platform.plugins.lifecycle;

import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_NOT_FOUND;

import io.binnacle.platform.plugins.archive.Permission;
import io.binnacle.platform.plugins.archive.PluginManifest;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import io.binnacle.platform.plugins.lifecycle.PluginDetails.Part;
import io.binnacle.platform.plugins.store.Generation;
import io.binnacle.platform.plugins.store.InstalledPlugin;
import io.binnacle.platform.plugins.store.PluginStore;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What can be told about plugins. Any thread may ask. */
public final class PluginView {

    private final PluginStore store;
    private final StoredPlugins stored;
    private final PluginBoard board;
    private final Quarantine quarantine;
    private final PluginRunner runner;
    private final Lifecycle lifecycle;
    private final Boot boot;

    PluginView(
            PluginStore store,
            StoredPlugins stored,
            PluginBoard board,
            Quarantine quarantine,
            PluginRunner runner,
            Lifecycle lifecycle,
            Boot boot) {
        this.store = store;
        this.stored = stored;
        this.board = board;
        this.quarantine = quarantine;
        this.runner = runner;
        this.lifecycle = lifecycle;
        this.boot = boot;
    }

    /** All that are installed, and those in quarantine, by id. */
    public List<PluginDetails> list() {
        TreeMap<String, PluginDetails> all = new TreeMap<>();
        quarantine.all().forEach((id, quarantined) -> all.put(id, onlyQuarantined(id, quarantined)));
        store.generations().current().plugins().forEach((id, plugin) -> all.put(id, of(plugin)));
        return List.copyOf(all.values());
    }

    public PluginDetails find(String id) {
        return Optional.ofNullable(store.generations().current().plugins().get(id))
                .map(this::of)
                .or(() -> quarantine.find(id).map(quarantined -> onlyQuarantined(id, quarantined)))
                .orElseThrow(() -> PLUGIN_NOT_FOUND.because(
                        "no plugin '%s' is installed; installed: %s",
                        id, store.generations().current().plugins().keySet()));
    }

    public Generations generations() {
        List<Generation> all = store.generations().all();
        return new Generations(
                store.generations().current().number(),
                store.generations().lastGood().map(Generation::number),
                lifecycle.isSafeMode(),
                Optional.ofNullable(store.boots().reason()),
                boot.unfinished(),
                all);
    }

    private PluginDetails of(InstalledPlugin plugin) {
        StagedPlugin files = stored.of(plugin);
        PluginManifest manifest = files.manifest();
        Optional<RunningPlugin> running = board.running(plugin.id());
        Optional<String> problem = running.map(runner::problem).orElseGet(() -> whyNotRunning(plugin));
        List<Thread> threads =
                running.map(RunningPlugin::census).map(ThreadCensus::threads).orElse(List.of());
        return new PluginDetails(
                plugin.id(),
                plugin.version(),
                manifest.name(),
                manifest.publisher(),
                manifest.description(),
                manifest.kind().text(),
                Optional.of(plugin.trust()),
                plugin.digest(),
                plugin.enabled(),
                board.changing(plugin.id()).orElseGet(() -> state(plugin, running)),
                problem.isEmpty() ? "well" : running.isPresent() ? "unwell" : "not running",
                problem,
                lifecycle.previous(plugin.id()).map(InstalledPlugin::version),
                board.lastChange(plugin.id()),
                board.lastUnload(plugin.id()),
                ThreadCensus.names(threads),
                running.map(present -> runner.usage(present, threads)),
                manifest.permissions().stream().map(Permission::text).sorted().toList(),
                running.map(PluginView::parts).orElse(List.of()));
    }

    private static List<Part> parts(RunningPlugin running) {
        return running.bundles().stream()
                .map(bundle ->
                        new Part(bundle.getSymbolicName(), bundle.getVersion().toString()))
                .toList();
    }

    private PluginState state(InstalledPlugin plugin, Optional<RunningPlugin> running) {
        if (running.isPresent()) {
            return PluginState.ACTIVE;
        }
        boolean failed = quarantine.find(plugin.id(), plugin.digest()).isPresent()
                || board.lastChange(plugin.id())
                        .filter(change -> change.state() == PluginState.QUARANTINED)
                        .isPresent();
        return plugin.enabled() && failed ? PluginState.QUARANTINED : PluginState.DISABLED;
    }

    private Optional<String> whyNotRunning(InstalledPlugin plugin) {
        if (!plugin.enabled()) {
            return Optional.of("It is disabled.");
        }
        if (lifecycle.isSafeMode()) {
            return Optional.of("The platform is in safe mode, without plugins.");
        }
        return quarantine
                .find(plugin.id(), plugin.digest())
                .map(Quarantined::reason)
                .or(() -> board.lastChange(plugin.id()).flatMap(Outcome::problem))
                .or(() -> Optional.of("It waits for the platform to start it."));
    }

    private PluginDetails onlyQuarantined(String id, Quarantined quarantined) {
        return new PluginDetails(
                id,
                quarantined.version(),
                id,
                "",
                "",
                "other",
                Optional.empty(),
                quarantined.digest(),
                false,
                PluginState.QUARANTINED,
                "not running",
                Optional.of(quarantined.reason()),
                Optional.empty(),
                board.lastChange(id),
                board.lastUnload(id),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
    }
}
