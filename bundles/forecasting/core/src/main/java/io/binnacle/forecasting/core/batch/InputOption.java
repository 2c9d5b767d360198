package io.binnacle.forecasting.core.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How a caller names the file of series. */
public final class InputOption {

    @Option(names = "--input", required = true, paramLabel = "FILE.csv", description = "The series; may be a .csv.gz.")
    private Path input;

    /** @throws IOException with a sentence for the caller when there is no such file */
    public InputStream open() throws IOException {
        try {
            return Files.newInputStream(input);
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file " + input, e);
        }
    }

    /** In bytes. */
    public long size() throws IOException {
        return Files.size(input);
    }
}
