package io.binnacle.platform.plugins.store;

import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one suspect from one start of the platform to the next. */
public final class SuspectFile {

    private static final Logger LOG = LoggerFactory.getLogger(SuspectFile.class);

    private final Path file;

    public SuspectFile(Path file) {
        this.file = file;
    }

    public Optional<Suspect> read() {
        try {
            return Optional.of(Json.read(Files.readString(file), Suspect.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} is damaged and does not count: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    public void write(Suspect suspect) {
        byte[] text = (Json.write(suspect) + "\n").getBytes(StandardCharsets.UTF_8);
        Disk.replace(file, text, "suspect.prepared", "suspect.written");
    }

    /** Unlike writing, this works on a full disk. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Disk.failure(file, e);
        }
    }
}
