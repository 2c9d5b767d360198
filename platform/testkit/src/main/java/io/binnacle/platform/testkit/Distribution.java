package io.binnacle.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The unpacked distribution that integration tests run; the build names it in {@code binnacle.distribution}. */
public record Distribution(Path home) {

    /** The distribution under test. */
    public static Distribution underTest() {
        String home = System.getProperty("binnacle.distribution");
        if (home == null || !Files.isDirectory(Path.of(home, "bundles"))) {
            throw new IllegalStateException(
                    "set the system property binnacle.distribution to an unpacked distribution," + " not to " + home);
        }
        return new Distribution(Path.of(home).toAbsolutePath().normalize());
    }

    /** The jars below a folder of the distribution, sorted. */
    public List<Path> jars(String folder) {
        try (Stream<Path> files = Files.walk(home.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
