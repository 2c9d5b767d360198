package io.binnacle.platform.storage.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of exports: whole ones, and parts that are being written. */
record ExportFolder(Path path) {

    static final Duration KEPT = Duration.ofDays(7);

    private static final String WHOLE = ".zip";
    private static final String PART = ".part";

    /** A file to write to; makes the folder when there is none. */
    Path part(UUID id) {
        try {
            return Files.createDirectories(path).resolve(id + PART);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a part the whole export; answers its size. */
    long keep(Path part, UUID id) throws IOException {
        return Files.size(Files.move(part, path.resolve(id + WHOLE), StandardCopyOption.ATOMIC_MOVE));
    }

    Optional<Path> find(UUID id) {
        return Optional.of(path.resolve(id + WHOLE)).filter(Files::exists);
    }

    void removeLeftovers() {
        remove(file -> file.toString().endsWith(PART));
    }

    void removeOlder(Instant now) {
        remove(file -> file.toString().endsWith(WHOLE) && lastModified(file).isBefore(now.minus(KEPT)));
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(Predicate<Path> unwanted) {
        if (Files.isDirectory(path)) {
            files().stream().filter(unwanted).forEach(this::remove);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
