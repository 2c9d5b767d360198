package io.binnacle.platform.plugins.store;

import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.plugins.archive.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Plugins whose content tells which version it is, so that a mixture shows. */
final class Contents {

    static final List<String> FILES = List.of("plugin.json", "bundles/one.jar", "content/pack.json");

    private Contents() {}

    static String digest(String version) {
        return Json.sha256("energy " + version);
    }

    static InstalledPlugin plugin(String id, String version) {
        return new InstalledPlugin(id, version, digest(version), true, Trust.PUBLISHER, Json.object());
    }

    /** Two plugins that are always updated together. */
    static SortedMap<String, InstalledPlugin> pair(String version) {
        return new TreeMap<>(Map.of("acme.a", plugin("acme.a", version), "acme.b", plugin("acme.b", version)));
    }

    static Path stage(ContentStore contents, String version) {
        Path folder = contents.staging().resolve("upload-" + version);
        try {
            for (String file : FILES) {
                Path target = folder.resolve(file);
                Files.createDirectories(target.getParent());
                Files.writeString(target, text(version, file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    static Path add(ContentStore contents, String version) {
        return contents.add(digest(version), stage(contents, version));
    }

    /** Whether every file of this version is in {@code folder} and nothing else. */
    static boolean isWhole(Path folder, String version) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            if (found.filter(Files::isRegularFile).count() != FILES.size()) {
                return false;
            }
        }
        for (String file : FILES) {
            if (!Files.readString(folder.resolve(file)).equals(text(version, file))) {
                return false;
            }
        }
        return true;
    }

    private static String text(String version, String file) {
        return (version + " " + file + "\n").repeat(500);
    }
}
