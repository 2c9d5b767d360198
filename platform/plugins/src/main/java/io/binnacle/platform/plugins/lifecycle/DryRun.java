package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.storage.Schemas;
import io.binnacle.platform.plugins.WhyNotActive;
import io.binnacle.platform.plugins.archive.Compatibility;
import io.binnacle.platform.plugins.archive.Permission;
import io.binnacle.platform.plugins.archive.PluginManifest;
import io.binnacle.platform.plugins.archive.RunningApis;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import io.binnacle.platform.plugins.lifecycle.CheckReport.SpiFit;
import io.binnacle.platform.plugins.lifecycle.CheckReport.Tables;
import io.binnacle.platform.plugins.store.InstalledPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** Finds out what an install would do, and leaves everything as it is. */
final class DryRun {

    private static final String CONSENT =
            "The code of a plugin runs inside the platform with all its rights; permissions are what it says it needs,"
                    + " not a cage. Install what you trust.";

    private final PluginBundles bundles;
    private final WhyNotActive whyNotActive;
    private final RunningApis apis;
    private final Compatibility compatibility;
    private final Supplier<Optional<Schemas>> schemas;
    private final Dependents dependents;

    DryRun(
            BundleContext context,
            PluginBundles bundles,
            WhyNotActive whyNotActive,
            Dependents dependents,
            Supplier<Optional<Schemas>> schemas) {
        this.schemas = schemas;
        this.bundles = bundles;
        this.whyNotActive = whyNotActive;
        this.apis = new RunningApis(context);
        this.compatibility = new Compatibility(context.getBundle().getVersion());
        this.dependents = dependents;
    }

    /** Why the plugin cannot run here, each in a sentence; empty when it can. */
    List<String> problems(StagedPlugin plugin) {
        List<String> problems = new ArrayList<>();
        compatibility.problems(plugin, apis.exported(), apis).stream()
                .map(DryRun::asSentence)
                .forEach(problems::add);
        // What the APIs lack, the framework would only say again in other words.
        return problems.isEmpty() ? unresolved(plugin) : List.copyOf(problems);
    }

    CheckReport report(StagedPlugin plugin, Optional<InstalledPlugin> installed) {
        PluginManifest manifest = plugin.manifest();
        List<String> problems = problems(plugin);
        return new CheckReport(
                manifest.id(),
                manifest.version().toString(),
                manifest.name(),
                manifest.publisher(),
                manifest.kind().text(),
                plugin.trust(),
                plugin.digest(),
                problems.isEmpty(),
                problems,
                manifest.permissions().stream().map(Permission::text).sorted().toList(),
                fits(manifest),
                tables(plugin),
                List.copyOf(dependents.of(manifest.id())),
                installed.map(InstalledPlugin::version),
                CONSENT);
    }

    private List<SpiFit> fits(PluginManifest manifest) {
        Map<String, Version> exported = apis.exported();
        return manifest.spi().entrySet().stream()
                .map(wanted -> {
                    Optional<Version> here = Optional.ofNullable(exported.get(wanted.getKey()));
                    return new SpiFit(
                            wanted.getKey(),
                            wanted.getValue().toString(),
                            here.map(Version::toString),
                            here.filter(wanted.getValue()::includes).isPresent());
                })
                .toList();
    }

    /** The framework itself says what is missing: the bundles are in it for a moment, and never start. */
    private List<String> unresolved(StagedPlugin plugin) {
        List<Bundle> trial = bundles.installForTrial(plugin);
        try {
            if (trial.isEmpty() || bundles.resolve(trial)) {
                return List.of();
            }
            return trial.stream()
                    .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                    .map(bundle -> bundle.getSymbolicName() + ": "
                            + whyNotActive.of(bundle).orElse("It cannot be resolved."))
                    .toList();
        } finally {
            bundles.remove(trial);
        }
    }

    private List<Tables> tables(StagedPlugin plugin) {
        return plugin.manifest().bundles().stream()
                .map(file -> tables(plugin.folder().resolve(file.path())))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Tables> tables(Path bundle) {
        try (JarFile jar = new JarFile(bundle.toFile())) {
            String schema = jar.getManifest().getMainAttributes().getValue("Binnacle-Schema");
            List<String> scripts = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("db/") && name.endsWith(".sql"))
                    .map(name -> name.substring("db/".length()))
                    .sorted()
                    .toList();
            return Optional.ofNullable(schema).map(String::strip).map(name -> new Tables(name, scripts, present(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> present(String schema) {
        return schemas.get().map(database -> database.tables(schema)).orElse(List.of());
    }

    private static String asSentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }
}
