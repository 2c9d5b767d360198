package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_ARCHIVE_INVALID;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a jar of a plugin has in it; reading it has unpacked all of it once, within the budget.
 *
 * @param path where it lies in the plugin
 * @param packages those that have classes
 * @param calls what its classes call and must not, a sentence each
 */
record PluginBundle(
        String path, Attributes headers, Set<String> packages, boolean hasOtherManifests, List<String> calls) {

    private static final int LARGEST_MANIFEST = 1 << 20;
    private static final int LARGEST_CLASS = 4 << 20;
    private static final Pattern NESTED = Pattern.compile(".*\\.(jar|zip|war|ear|jmod|tar|gz|tgz|xz|7z)");
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/(.*)");
    private static final Pattern OTHER_MANIFEST = Pattern.compile("META-INF/versions/\\d+/OSGI-INF/MANIFEST\\.MF");

    static PluginBundle read(Path jar, String path, Budget budget) throws IOException {
        List<String> calls = new ArrayList<>();
        try (ZipArchive archive = ZipArchive.open(jar, path + "!/", budget)) {
            for (ZipItem item : archive.files()) {
                if (NESTED.matcher(item.name().toLowerCase(Locale.ROOT)).matches()) {
                    throw PLUGIN_ARCHIVE_INVALID.because(
                            "%s contains the archive %s; put its classes into the bundle itself", path, item.name());
                }
                calls.addAll(drain(archive, item));
            }
            return new PluginBundle(path, headers(archive, path), packages(archive), hasOtherManifests(archive), calls);
        }
    }

    /** Reads all of an entry, so that its limits and checksum are checked, and looks closer at classes. */
    private static List<String> drain(ZipArchive jar, ZipItem item) throws IOException {
        if (item.name().endsWith(".class")) {
            Optional<byte[]> classFile = jar.read(item, LARGEST_CLASS);
            if (classFile.isPresent()) {
                return ForbiddenCalls.in(classFile.get());
            }
        }
        try (InputStream in = jar.open(item)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return List.of();
    }

    /** The main headers of a jar; empty when it has no manifest. */
    static Optional<Attributes> headers(ZipArchive jar) throws IOException {
        Optional<ZipItem> manifest = jar.find(JarFile.MANIFEST_NAME);
        Optional<byte[]> text = manifest.isPresent() ? jar.read(manifest.get(), LARGEST_MANIFEST) : Optional.empty();
        return text.isPresent()
                ? Optional.of(new Manifest(new ByteArrayInputStream(text.get())).getMainAttributes())
                : Optional.empty();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getValue(name));
    }

    private static Attributes headers(ZipArchive jar, String path) throws IOException {
        return headers(jar)
                .orElseThrow(() -> PLUGIN_ARCHIVE_INVALID.because(
                        "%s has no META-INF/MANIFEST.MF, or one of more than %d bytes; build it as a bundle",
                        path, LARGEST_MANIFEST));
    }

    private static Set<String> packages(ZipArchive jar) {
        return jar.files().stream()
                .map(item -> unversioned(item.name()))
                .filter(name -> name.endsWith(".class") && name.indexOf('/') > 0 && !name.startsWith("META-INF/"))
                .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasOtherManifests(ZipArchive jar) {
        return jar.files().stream()
                .anyMatch(item -> OTHER_MANIFEST.matcher(item.name()).matches());
    }

    private static String unversioned(String name) {
        Matcher versioned = VERSIONED.matcher(name);
        return versioned.matches() ? versioned.group(1) : name;
    }
}
