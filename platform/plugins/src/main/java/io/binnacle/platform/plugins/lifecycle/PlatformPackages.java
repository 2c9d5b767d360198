package io.binnacle.platform.plugins.lifecycle;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** The packages that the platform exports, plugins left out. */
final class PlatformPackages {

    private final BundleContext context;

    PlatformPackages(BundleContext context) {
        this.context = context;
    }

    Optional<Version> version(String name) {
        return exports()
                .filter(export -> name.equals(name(export)))
                .map(PlatformPackages::version)
                .max(Comparator.naturalOrder());
    }

    /** The names of all of them. */
    Set<String> all() {
        return exports().map(PlatformPackages::name).collect(Collectors.toSet());
    }

    /** Every package of our own that plugins can be compiled against. */
    SortedMap<String, Version> own() {
        SortedMap<String, Version> own = new TreeMap<>();
        exports()
                .filter(export -> name(export).startsWith("io.binnacle."))
                .forEach(export -> own.merge(name(export), version(export), (a, b) -> a.compareTo(b) > 0 ? a : b));
        return own;
    }

    private Stream<BundleCapability> exports() {
        return Stream.of(context.getBundles())
                .filter(bundle -> PluginLocation.of(bundle).isEmpty() && bundle.getState() != Bundle.INSTALLED)
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(Objects::nonNull)
                .flatMap(revision -> revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE).stream());
    }

    private static String name(BundleCapability export) {
        return String.valueOf(export.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
    }

    private static Version version(BundleCapability export) {
        return export.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE) instanceof Version version
                ? version
                : Version.emptyVersion;
    }
}
