package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.plugins.WhyNotActive;
import io.binnacle.platform.plugins.archive.Permission;
import io.binnacle.platform.plugins.archive.PluginManifest;
import io.binnacle.platform.plugins.archive.StagedPlugin;
import io.binnacle.platform.plugins.lifecycle.CheckReport.SpiFit;
import io.binnacle.platform.plugins.lifecycle.CheckReport.Tables;
import io.binnacle.platform.plugins.store.InstalledPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** Finds out what an install would do, and leaves everything as it is. */
final class DryRun {

    private static final String CONSENT =
            "The code of a plugin runs inside the platform with all its rights; permissions are what it says it needs,"
                    + " not a cage. Install what you trust.";

    private final BundleContext context;
    private final PluginBundles bundles;
    private final WhyNotActive whyNotActive;
    private final PlatformPackages packages;
    private final Dependents dependents;

    DryRun(BundleContext context, PluginBundles bundles, WhyNotActive whyNotActive, Dependents dependents) {
        this.context = context;
        this.bundles = bundles;
        this.whyNotActive = whyNotActive;
        this.packages = new PlatformPackages(context);
        this.dependents = dependents;
    }

    /** Why the plugin cannot run here, each in a sentence; empty when it can. */
    List<String> problems(StagedPlugin plugin) {
        List<String> problems = new ArrayList<>();
        Version here = context.getBundle().getVersion();
        if (!plugin.manifest().platform().includes(here)) {
            problems.add("It was made for Binnacle %s, and this is %s."
                    .formatted(plugin.manifest().platform(), here));
        }
        fits(plugin.manifest()).stream()
                .filter(fit -> !fit.fits())
                .map(fit -> "It was made for the package %s %s, %s."
                        .formatted(
                                fit.name(),
                                fit.wanted(),
                                fit.here()
                                        .map(version -> "and " + version + " is here")
                                        .orElse("which is not here")))
                .forEach(problems::add);
        problems.addAll(unresolved(plugin));
        return problems;
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
        return manifest.spi().entrySet().stream()
                .map(wanted -> {
                    Optional<Version> here = packages.version(wanted.getKey());
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

    private static List<Tables> tables(StagedPlugin plugin) {
        return plugin.manifest().bundles().stream()
                .map(file -> tables(plugin, file.path()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Tables> tables(StagedPlugin plugin, String path) {
        try (JarFile jar = new JarFile(plugin.folder().resolve(path).toFile())) {
            String schema = jar.getManifest().getMainAttributes().getValue("Binnacle-Schema");
            List<String> scripts = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith("db/") && name.endsWith(".sql"))
                    .map(name -> name.substring("db/".length()))
                    .sorted()
                    .toList();
            return schema == null ? Optional.empty() : Optional.of(new Tables(schema.strip(), scripts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
