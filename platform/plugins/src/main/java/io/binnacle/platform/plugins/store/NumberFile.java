package io.binnacle.platform.plugins.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One number in a file of its own; after a crash it is the old one or the new one. */
record NumberFile(Path file, String prepared, String written) {

    private static final Logger LOG = LoggerFactory.getLogger(NumberFile.class);

    OptionalLong read() {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        } catch (IOException | NumberFormatException e) {
            LOG.warn("{} is damaged and does not count: {}", file, e.getMessage());
            return OptionalLong.empty();
        }
    }

    void write(long number) {
        Disk.replace(file, (number + "\n").getBytes(StandardCharsets.US_ASCII), prepared, written);
    }

    /** Unlike writing, this works on a full disk. */
    void delete() {
        try {
            Files.deleteIfExists(file);
            Disk.sync(file.getParent());
        } catch (IOException e) {
            throw Disk.failure(file, e);
        }
    }
}
