package io.binnacle.forecasting.core.batch;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that a command writes whole or not at all; until then it has another name. */
public record OutputFile(Path path) {

    /** What is written, and what that tells. */
    @FunctionalInterface
    public interface Content<T> {
        T to(Writer rows) throws IOException, InterruptedException;
    }

    public <T> T write(Content<T> content) throws IOException, InterruptedException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            T told;
            try (Writer rows = Files.newBufferedWriter(unfinished)) {
                told = content.to(rows);
            }
            Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
            return told;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
