package io.binnacle.forecasting.core.batch;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files of batches: series that wait or are read, and forecasts, which are kept for a while. */
@Component(service = BatchFolder.class)
public final class BatchFolder {

    static final Duration KEPT = Duration.ofDays(7);

    private static final String WHOLE = ".csv";
    private static final String PART = ".part";

    private final Path path;
    private final Clock clock;

    @Activate
    public BatchFolder(BundleContext context, @Reference Clock clock) {
        this(Path.of(context.getProperty("binnacle.data"), "batches"), clock);
    }

    BatchFolder(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
        remove(file -> file.toString().endsWith(PART));
        removeOld();
    }

    /** A file to write to. */
    Path part() {
        try {
            return Files.createDirectories(path).resolve(UuidCreator.getTimeOrderedEpoch() + PART);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what a caller sent. */
    Path arrived(InputStream content) {
        Path file = part();
        try {
            Files.copy(content, file);
            return file;
        } catch (IOException e) {
            remove(file);
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a part a whole file; answers its id. */
    UUID keep(Path part) {
        removeOld();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        try {
            Files.move(part, path.resolve(id + WHOLE), StandardCopyOption.ATOMIC_MOVE);
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Path> find(UUID id) {
        return Optional.of(path.resolve(id + WHOLE)).filter(Files::exists);
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeOld() {
        Instant oldest = clock.instant().minus(KEPT);
        remove(file -> file.toString().endsWith(WHOLE) && lastModified(file).isBefore(oldest));
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
