package io.binnacle.distribution.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Maven's local repository as a stranger has it: full of what others made, and empty of Binnacle. */
final class LocalRepository implements AutoCloseable {

    private static final Path REAL =
            Path.of(System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository"));

    private final Path folder;

    /** Makes a folder of links; what Maven still has to download goes where it goes at every build. */
    LocalRepository() throws IOException {
        folder = Files.createTempDirectory("binnacle-repository-");
        link(REAL, folder, "io");
        link(REAL.resolve("io"), Files.createDirectory(folder.resolve("io")), "binnacle");
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    private static void link(Path from, Path into, String without) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                String name = entry.getFileName().toString();
                if (!name.equals(without)) {
                    Files.createSymbolicLink(into.resolve(name), entry);
                }
            }
        }
    }
}
