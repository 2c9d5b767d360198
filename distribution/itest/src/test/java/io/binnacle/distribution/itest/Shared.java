package io.binnacle.distribution.itest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The public data sets, which are not part of the project. */
final class Shared {

    private Shared() {}

    /** A file or folder among them; skips the test where they are absent. */
    static Path data(String path) {
        Path found = Path.of(System.getProperty("binnacle.shared", "../shared"))
                .resolve("data")
                .resolve(path);
        assumeTrue(Files.exists(found), () -> "skipped: the data set " + path + " is not here");
        return found.normalize();
    }
}
