package io.binnacle.platform.storage.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * The server's binaries, packed as {@code .tar.xz} in a bundle that declares the capability
 * {@code io.binnacle.postgres} for one operating system and processor.
 */
public record Archive(String version, URL location) {

    private static final String NAMESPACE = "io.binnacle.postgres";
    private static final Pattern ATTRIBUTE = Pattern.compile(";\\s*(\\w+)(?::Version)?=\"?([^\";]+)\"?");

    /** The archive for this machine among the installed bundles. */
    public static Optional<Archive> installed(BundleContext context) {
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision == null) {
                continue;
            }
            for (BundleCapability capability : revision.getDeclaredCapabilities(NAMESPACE)) {
                Optional<Archive> archive =
                        matching(capability.getAttributes(), path -> Optional.ofNullable(bundle.getEntry(path)));
                if (archive.isPresent()) {
                    return archive;
                }
            }
        }
        return Optional.empty();
    }

    /** The archive for this machine on the class path of {@code loader}. */
    public static Optional<Archive> onClassPath(ClassLoader loader) throws IOException {
        Enumeration<URL> manifests = loader.getResources("META-INF/MANIFEST.MF");
        while (manifests.hasMoreElements()) {
            String capability = capability(manifests.nextElement());
            if (capability.startsWith(NAMESPACE)) {
                Map<String, Object> attributes = ATTRIBUTE
                        .matcher(capability)
                        .results()
                        .collect(java.util.stream.Collectors.toMap(found -> found.group(1), found -> found.group(2)));
                Optional<Archive> archive = matching(attributes, path -> Optional.ofNullable(loader.getResource(path)));
                if (archive.isPresent()) {
                    return archive;
                }
            }
        }
        return Optional.empty();
    }

    static String platform() {
        return os() + "/" + arch();
    }

    InputStream open() throws IOException {
        return location.openStream();
    }

    /** The first number of the version; data folders of different majors do not fit each other. */
    String major() {
        Matcher digits = Pattern.compile("^\\d+").matcher(version);
        return digits.find() ? digits.group() : version;
    }

    private static Optional<Archive> matching(
            Map<String, Object> attributes, java.util.function.Function<String, Optional<URL>> entry) {
        if (!os().equals(attributes.get("os")) || !arch().equals(attributes.get("arch"))) {
            return Optional.empty();
        }
        return entry.apply(String.valueOf(attributes.get("path")))
                .map(url -> new Archive(String.valueOf(attributes.get("version")), url));
    }

    private static String capability(URL manifest) throws IOException {
        try (InputStream in = manifest.openStream()) {
            String header = new Manifest(in).getMainAttributes().getValue("Provide-Capability");
            return header == null ? "" : header;
        }
    }

    private static String os() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "macos" : name.startsWith("win") ? "windows" : name;
    }

    private static String arch() {
        String name = System.getProperty("os.arch");
        return name.equals("x86_64") ? "amd64" : name.equals("aarch64") ? "arm64" : name;
    }
}
