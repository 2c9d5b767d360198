package io.binnacle.platform.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Where things are.
 *
 * @param home the unpacked distribution, only read
 * @param data everything that is written
 * @param bundleFolders folders below home with one folder of jars for each start level
 * @param startLevels of which jars are used; empty for all
 */
record Layout(Path home, Path data, List<String> bundleFolders, Set<Integer> startLevels) {

    static Layout fromSystemProperties() throws IOException {
        Path home = absolute(System.getProperty("binnacle.home", "."));
        if (!Files.isDirectory(home.resolve("bundles"))) {
            throw new StartupException("There is no distribution in " + home
                    + ": the folder 'bundles' is missing. Set -Dbinnacle.home to where Binnacle was unpacked.");
        }
        Path data = absolute(
                System.getProperty("binnacle.data", home.resolve("data").toString()));
        Files.createDirectories(data);
        return new Layout(
                home,
                data,
                List.of(System.getProperty("binnacle.bundles", "bundles").split(",")),
                Set.of());
    }

    /** The same with other data, and only with the bundles of some start levels. */
    Layout with(Path otherData, Set<Integer> levels) {
        return new Layout(home, otherData, bundleFolders, levels);
    }

    boolean uses(int startLevel) {
        return startLevels.isEmpty() || startLevels.contains(startLevel);
    }

    Path frameworkCache() {
        return data.resolve("cache").resolve("osgi");
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
