package io.binnacle.platform.plugins.lifecycle;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** The packages that the platform exports, plugins left out. */
final class PlatformPackages {

    private final BundleContext context;

    PlatformPackages(BundleContext context) {
        this.context = context;
    }

    /** The names of all of them. */
    Set<String> all() {
        return exports().map(PlatformPackages::name).collect(Collectors.toSet());
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
}
