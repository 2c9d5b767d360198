package io.binnacle.platform.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleWiring;

/** The packages of ours that the resolved bundles export, and the classes in them. */
public final class RunningApis implements ClassLookup {

    private static final String OWN = "io.binnacle.";

    private final BundleContext context;

    public RunningApis(BundleContext context) {
        this.context = context;
    }

    /** Each package with its version; the highest where there are several. */
    public Map<String, Version> exported() {
        Map<String, Version> exported = new TreeMap<>();
        exports()
                .forEach(offer -> exported.merge(
                        name(offer), version(offer), (one, other) -> one.compareTo(other) < 0 ? other : one));
        return exported;
    }

    @Override
    public Optional<byte[]> find(String name) {
        int slash = name.lastIndexOf('/');
        String wanted = slash < 0 ? "" : name.substring(0, slash).replace('/', '.');
        return exports()
                .filter(offer -> name(offer).equals(wanted))
                .map(offer -> offer.getRevision().getBundle().getEntry(name + ".class"))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(RunningApis::bytes);
    }

    private Stream<BundleCapability> exports() {
        return Arrays.stream(context.getBundles())
                .map((Bundle bundle) -> bundle.adapt(BundleWiring.class))
                .flatMap(Stream::ofNullable)
                .map(wiring -> Optional.ofNullable(wiring.getCapabilities(PackageNamespace.PACKAGE_NAMESPACE))
                        .orElse(List.of()))
                .flatMap(Collection::stream)
                .filter(offer -> name(offer).startsWith(OWN));
    }

    private static String name(BundleCapability offer) {
        return String.valueOf(offer.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
    }

    private static Version version(BundleCapability offer) {
        return (Version) offer.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
    }

    private static byte[] bytes(URL entry) {
        try (InputStream in = entry.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
