package io.binnacle.platform.plugins.store;

import io.binnacle.platform.api.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of the operation under way, one line a step, each on disk before the step is taken for done. It
 * is empty between operations: ending one needs no room, not even on a full disk. One thread at a time.
 */
public final class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final Path file;
    private final Clock clock;

    public Steps(Path root, Clock clock) {
        this.file = root.resolve("steps.jsonl");
        this.clock = clock;
    }

    /** Notes that {@code operation} begins; it takes the place of one that never ended. */
    public void begin(String operation, String plugin) {
        Unfinished begun = new Unfinished(operation, plugin, "begun", clock.instant());
        write(begun, StandardOpenOption.TRUNCATE_EXISTING);
        CrashPoint.at("steps.begun");
    }

    /**
     * Notes that the operation has come to {@code name}; also a {@link CrashPoint} of that name.
     *
     * @throws IllegalStateException when no operation is under way
     */
    public void step(String name) {
        Unfinished last = unfinished().orElseThrow(() -> new IllegalStateException("no operation has begun"));
        write(new Unfinished(last.operation(), last.plugin(), name, last.begunAt()), StandardOpenOption.APPEND);
        CrashPoint.at(name);
    }

    /** Notes that the operation has ended, whichever way. */
    public void done() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(0);
            channel.force(true);
        } catch (IOException e) {
            throw Disk.failure(file, e);
        }
        CrashPoint.at("steps.done");
    }

    /** The operation that has begun and not ended. */
    public Optional<Unfinished> unfinished() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            for (int last = lines.size() - 1; last >= 0; last--) {
                Optional<Unfinished> read = read(lines.get(last));
                if (read.isPresent()) {
                    return read;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw Disk.failure(file, e);
        }
    }

    /** The last line may be torn; the one before it tells the step that was surely reached. */
    private static Optional<Unfinished> read(String line) {
        try {
            return Optional.of(Json.read(line, Unfinished.class));
        } catch (IllegalArgumentException e) {
            LOG.debug("a torn line in the journal of steps: {}", line);
            return Optional.empty();
        }
    }

    private void write(Unfinished reached, StandardOpenOption mode) {
        ByteBuffer line = ByteBuffer.wrap((Json.write(reached) + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw Disk.failure(file, e);
        }
    }
}
