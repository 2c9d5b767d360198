package io.binnacle.platform.plugins.lifecycle;

import static io.binnacle.platform.plugins.lifecycle.LifecycleError.GENERATION_NOT_FOUND;
import static io.binnacle.platform.plugins.lifecycle.LifecycleError.NO_PREVIOUS_VERSION;
import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_ALREADY_INSTALLED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_CONFIG_INVALID;
import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_HAS_DEPENDENTS;
import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_NOT_FOUND;
import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_REFUSED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_UNRESOLVED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleError.PLUGIN_VERSION_NOT_NEWER;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.RECEIVED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.RESOLVED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.STAGED;
import static io.binnacle.platform.plugins.lifecycle.LifecycleStep.VERIFIED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.plugins.archive.ArchiveReader;
import io.binnacle.platform.plugins.archive.ConfigSchema;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import io.binnacle.platform.plugins.store.Generation;
import io.binnacle.platform.plugins.store.InstalledPlugin;
import io.binnacle.platform.plugins.store.PluginStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that can be done to plugins. One change at a time: the caller queues them. Each leaves the old state
 * or the new one, whatever fails and whenever the process dies.
 */
public final class Lifecycle {

    private static final FieldError NOTHING_TO_SET =
            new FieldError("", "UNKNOWN_FIELD", "this plugin has nothing to configure");

    private final PluginStore store;
    private final ArchiveReader reader;
    private final StoredPlugins stored;
    private final Changes changes;
    private final PluginBoard board;
    private final DryRun dryRun;
    private final Dependents dependents;
    private final Quarantine quarantine;
    private final PluginData data;
    private boolean safeMode;

    Lifecycle(
            PluginStore store,
            ArchiveReader reader,
            StoredPlugins stored,
            Changes changes,
            PluginBoard board,
            DryRun dryRun,
            Quarantine quarantine,
            PluginData data) {
        this.store = store;
        this.reader = reader;
        this.stored = stored;
        this.changes = changes;
        this.board = board;
        this.dryRun = dryRun;
        this.dependents = new Dependents(board);
        this.quarantine = quarantine;
        this.data = data;
    }

    /** What would happen if the plugin in {@code file} were installed; nothing is changed. */
    public CheckReport check(Path file) {
        StagedPlugin plugin = reader.read(file, store.contents().staging());
        try {
            return dryRun.report(
                    plugin,
                    Optional.ofNullable(installed().get(plugin.manifest().id())));
        } finally {
            Folders.delete(plugin.folder());
        }
    }

    public Outcome install(Path file, Progress progress) {
        try (Trail trail = begin(PluginOperation.INSTALL, file.getFileName().toString(), progress)) {
            StagedPlugin plugin = verify(trail, file);
            String id = plugin.manifest().id();
            if (installed().containsKey(id)) {
                Folders.delete(plugin.folder());
                throw PLUGIN_ALREADY_INSTALLED.because(
                        "%s is installed in version %s; send the file to POST /api/v1/plugins/%s:update to replace it",
                        id, installed().get(id).version(), id);
            }
            return first(trail, stage(trail, plugin));
        }
    }

    public Outcome update(String id, Path file, Progress progress) {
        InstalledPlugin present = require(id);
        try (Trail trail = begin(PluginOperation.UPDATE, id, progress)) {
            StagedPlugin plugin = verify(trail, file);
            try {
                requireNewer(plugin, present);
            } catch (PlatformException e) {
                Folders.delete(plugin.folder());
                throw e;
            }
            return replace(trail, stage(trail, plugin), PluginState.ROLLED_BACK);
        }
    }

    /** Goes back to the version before the present one. */
    public Outcome rollback(String id, Progress progress) {
        InstalledPlugin present = require(id);
        InstalledPlugin before = previous(id)
                .orElseThrow(() -> NO_PREVIOUS_VERSION.because(
                        "there is no version of %s before %s that is still kept; update it to the one you want",
                        id, present.version()));
        try (Trail trail = begin(PluginOperation.ROLLBACK, id, progress)) {
            StagedPlugin plugin = stored.of(before);
            requireReadableData(plugin, stored.of(present));
            resolve(trail, plugin);
            return replace(trail, plugin, PluginState.ROLLED_BACK);
        }
    }

    public Outcome enable(String id, Progress progress) {
        InstalledPlugin present = require(id);
        try (Trail trail = begin(PluginOperation.ENABLE, id, progress)) {
            StagedPlugin plugin = stored.of(present);
            resolve(trail, plugin);
            quarantine.release(id);
            return replace(trail, plugin, PluginState.QUARANTINED);
        }
    }

    public Outcome disable(String id, boolean cascade, Progress progress) {
        InstalledPlugin present = require(id);
        SortedMap<String, InstalledPlugin> target = installed();
        target.put(id, present.withEnabled(false));
        for (String other : dependents(id, cascade, "disable")) {
            target.computeIfPresent(other, (name, plugin) -> plugin.withEnabled(false));
        }
        try (Trail trail = begin(PluginOperation.DISABLE, id, progress)) {
            changes.apply(trail, target, "disable " + id, !safeMode);
            return outcome(trail, id, present.version(), PluginState.DISABLED);
        }
    }

    /** Removes a plugin; with {@code purge} its data, too. */
    public Outcome uninstall(String id, boolean purge, boolean cascade, Progress progress) {
        if (!installed().containsKey(id) && quarantine.find(id).isPresent()) {
            return forget(id);
        }
        InstalledPlugin present = require(id);
        StagedPlugin plugin = stored.of(present);
        SortedMap<String, InstalledPlugin> target = installed();
        target.remove(id);
        dependents(id, cascade, "uninstall").forEach(target::remove);
        try (Trail trail = begin(PluginOperation.UNINSTALL, id, progress)) {
            changes.apply(trail, target, "uninstall " + id, !safeMode);
            quarantine.release(id);
            if (purge) {
                data.purge(plugin);
            }
            return outcome(trail, id, present.version(), purge ? PluginState.PURGED : PluginState.UNINSTALLED);
        }
    }

    /** Goes to the plugins of an earlier generation. */
    public Generation restore(long number, Progress progress) {
        Generation wanted = store.generations()
                .find(number)
                .orElseThrow(() -> GENERATION_NOT_FOUND.because(
                        "there is no generation %d; GET /api/v1/system/generations lists those that are kept", number));
        try (Trail trail = begin(PluginOperation.RESTORE, "generation " + number, progress)) {
            changes.apply(trail, new TreeMap<>(wanted.plugins()), "restore generation " + number, !safeMode);
            return store.generations().current();
        }
    }

    /** The settings of a plugin. */
    public ObjectNode config(String id) {
        return require(id).config();
    }

    /** Keeps the settings of a plugin and starts it anew with them; when that fails the old ones are back. */
    public ObjectNode configure(String id, ObjectNode config) {
        InstalledPlugin present = require(id);
        requireFitting(stored.of(present), config);
        try (Trail trail = begin(PluginOperation.CONFIGURE, id, Progress.NONE)) {
            commit(present.withConfig(config));
            trail.reached(LifecycleStep.COMMITTED);
            try {
                changes.restart(present.withConfig(config));
            } catch (RuntimeException e) {
                commit(present);
                changes.restart(present);
                throw e;
            }
            return config;
        }
    }

    private void commit(InstalledPlugin plugin) {
        SortedMap<String, InstalledPlugin> target = installed();
        target.put(plugin.id(), plugin);
        store.generations().commit(target, "configure " + plugin.id());
    }

    /** Stops all plugins, or starts them again, and leaves what is installed as it is. */
    public void safeMode(boolean on) {
        safeMode = on;
        if (on) {
            board.running().forEach(changes::remove);
        }
    }

    public boolean isSafeMode() {
        return safeMode;
    }

    /** The version of {@code id} before the present one, while its content is kept. */
    public Optional<InstalledPlugin> previous(String id) {
        String digest = require(id).digest();
        return store.generations().all().stream()
                .map(generation -> generation.plugins().get(id))
                .filter(plugin -> plugin != null && !plugin.digest().equals(digest))
                .filter(plugin -> store.contents().has(plugin.digest()))
                .findFirst();
    }

    InstalledPlugin require(String id) {
        return Optional.ofNullable(installed().get(id))
                .orElseThrow(() -> PLUGIN_NOT_FOUND.because(
                        "no plugin '%s' is installed; installed: %s",
                        id, installed().keySet()));
    }

    private Trail begin(PluginOperation operation, String plugin, Progress progress) {
        Trail trail = new Trail(store.steps(), operation, plugin, progress);
        trail.reached(RECEIVED);
        return trail;
    }

    private StagedPlugin verify(Trail trail, Path file) {
        StagedPlugin plugin = reader.read(file, store.contents().staging());
        trail.about(plugin.manifest().id());
        trail.reached(VERIFIED);
        return plugin;
    }

    private StagedPlugin stage(Trail trail, StagedPlugin plugin) {
        try {
            resolve(trail, plugin);
            Path folder = store.contents().add(plugin.digest(), plugin.folder());
            trail.reached(STAGED);
            return new StagedPlugin(plugin.manifest(), plugin.digest(), plugin.trust(), folder);
        } catch (RuntimeException e) {
            Folders.delete(plugin.folder());
            throw e;
        }
    }

    private void resolve(Trail trail, StagedPlugin plugin) {
        List<String> missing = dryRun.problems(plugin);
        if (!missing.isEmpty()) {
            throw PLUGIN_UNRESOLVED.because(
                    "%s %s cannot run here: %s Nothing was changed.",
                    plugin.manifest().id(), plugin.manifest().version(), String.join(" ", missing));
        }
        trail.reached(RESOLVED);
    }

    /** A first version that is refused takes the tables with it that it has just made. */
    private Outcome first(Trail trail, StagedPlugin plugin) {
        boolean fresh = data.isEmpty(plugin);
        try {
            return replace(trail, plugin, PluginState.QUARANTINED);
        } catch (PlatformException e) {
            if (fresh && e.code() == PLUGIN_REFUSED) {
                data.purge(plugin);
            }
            throw e;
        }
    }

    private Outcome replace(Trail trail, StagedPlugin plugin, PluginState whenItFails) {
        String id = plugin.manifest().id();
        String version = plugin.manifest().version().toString();
        SortedMap<String, InstalledPlugin> target = installed();
        Optional<InstalledPlugin> present = Optional.ofNullable(target.get(id));
        ObjectNode config = present.map(InstalledPlugin::config).orElseGet(Json::object);
        target.put(id, new InstalledPlugin(id, version, plugin.digest(), true, plugin.trust(), config));
        try {
            board.changing(id, PluginState.STARTING);
            changes.apply(trail, target, trail.operation().label() + " " + id + " " + version, !safeMode);
        } catch (RuntimeException e) {
            throw failed(trail, plugin, whenItFails, e);
        } finally {
            changes.sweep();
        }
        quarantine.release(id);
        return outcome(trail, id, version, PluginState.ACTIVE);
    }

    private RuntimeException failed(
            Trail trail, StagedPlugin plugin, PluginState whenItFails, RuntimeException failure) {
        PluginState state =
                whenItFails == PluginState.QUARANTINED && isRefusal(failure) ? PluginState.REJECTED : whenItFails;
        String id = plugin.manifest().id();
        String version = plugin.manifest().version().toString();
        String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (state == PluginState.QUARANTINED) {
            quarantine.add(id, version, plugin.digest(), reason);
        }
        board.changed(
                id, new Outcome(trail.operation().label(), id, version, state, Optional.of(reason), Optional.empty()));
        return failure;
    }

    /** What is refused works and does no harm, so there is nothing to keep it from. */
    private static boolean isRefusal(RuntimeException failure) {
        return failure instanceof PlatformException named && named.code() == PLUGIN_REFUSED;
    }

    private Outcome outcome(Trail trail, String id, String version, PluginState state) {
        Optional<String> unloaded = trail.operation().removes() ? board.lastUnload(id) : Optional.empty();
        Outcome outcome = new Outcome(trail.operation().label(), id, version, state, Optional.empty(), unloaded);
        board.changed(id, outcome);
        return outcome;
    }

    private Outcome forget(String id) {
        Quarantined quarantined = quarantine.find(id).orElseThrow();
        quarantine.release(id);
        Outcome outcome = new Outcome(
                "uninstall", id, quarantined.version(), PluginState.UNINSTALLED, Optional.empty(), Optional.empty());
        board.changed(id, outcome);
        return outcome;
    }

    private Set<String> dependents(String id, boolean cascade, String verb) {
        Set<String> others = dependents.of(id);
        if (!others.isEmpty() && !cascade) {
            throw PLUGIN_HAS_DEPENDENTS.because(
                    "%s use %s; %s them first, or ask again with dependents=cascade to %s them too",
                    String.join(", ", others), id, verb, verb);
        }
        return others;
    }

    private static void requireNewer(StagedPlugin plugin, InstalledPlugin present) {
        if (!plugin.manifest().id().equals(present.id())) {
            throw PLUGIN_NOT_FOUND.because(
                    "the file holds %s, not %s; send it to POST /api/v1/plugins/%s:update",
                    plugin.manifest().id(), present.id(), plugin.manifest().id());
        }
        var there = org.osgi.framework.Version.parseVersion(present.version());
        if (plugin.manifest().version().compareTo(there) <= 0) {
            throw PLUGIN_VERSION_NOT_NEWER.because(
                    "%s %s is not newer than %s, which is installed; use POST /api/v1/plugins/%s:rollback to go back",
                    present.id(), plugin.manifest().version(), present.version(), present.id());
        }
    }

    private static void requireReadableData(StagedPlugin wanted, StagedPlugin present) {
        if (wanted.manifest().dataVersion() < present.manifest().dataVersion()) {
            throw NO_PREVIOUS_VERSION.because(
                    "%s %s cannot read the data that %s has written (data version %d, it knows %d)",
                    wanted.manifest().id(),
                    wanted.manifest().version(),
                    present.manifest().version(),
                    present.manifest().dataVersion(),
                    wanted.manifest().dataVersion());
        }
    }

    private static void requireFitting(StagedPlugin plugin, ObjectNode config) {
        List<FieldError> errors = plugin.manifest()
                .config()
                .map(schema -> new ConfigSchema(schema).errors(config))
                .orElseGet(() -> config.isEmpty() ? List.of() : List.of(NOTHING_TO_SET));
        if (!errors.isEmpty()) {
            throw PLUGIN_CONFIG_INVALID
                    .because(
                            "the configuration of %s does not fit its schema",
                            plugin.manifest().id())
                    .at(errors);
        }
    }

    private SortedMap<String, InstalledPlugin> installed() {
        return new TreeMap<>(store.generations().current().plugins());
    }
}
