package io.binnacle.platform.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What the running platform leaves in its data folder for the command line. */
record DataFolder(Path path) {

    Optional<String> address() {
        return line("address");
    }

    Optional<String> adminToken() {
        return line("admin-token");
    }

    Path adminTokenFile() {
        return path.resolve("admin-token");
    }

    /** The process that runs on this folder. */
    Optional<ProcessHandle> process() {
        return line("binnacle.pid")
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(ProcessHandle::isAlive)
                .filter(this::isWriter);
    }

    /** After a crash the number may have gone to another process, which then began after the file was written. */
    private boolean isWriter(ProcessHandle process) {
        try {
            Instant written =
                    Files.getLastModifiedTime(path.resolve("binnacle.pid")).toInstant();
            return process.info()
                    .startInstant()
                    .map(start -> start.isBefore(written.plusSeconds(1)))
                    .orElse(true);
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<String> line(String file) {
        try {
            return Optional.of(Files.readString(path.resolve(file)).strip()).filter(line -> !line.isEmpty());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path.resolve(file) + ": " + e.getMessage(), e);
        }
    }
}
