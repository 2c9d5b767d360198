package io.binnacle.platform.storage.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code postmaster.pid} tells: which process serves a data folder, and whether it takes connections. */
final class PidFile {

    private static final Logger LOG = LoggerFactory.getLogger(PidFile.class);
    private static final int STATUS_LINE = 7;

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    /** Whether the process {@code pid} takes connections. */
    boolean ready(long pid) {
        List<String> lines = lines();
        return lines.size() > STATUS_LINE
                && lines.get(0).strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /** Stops a server that another, killed process left behind on this data folder. */
    void stopOrphan() throws InterruptedException {
        Optional<ProcessHandle> orphan = lines().stream()
                .findFirst()
                .flatMap(line -> ProcessHandle.of(Math.abs(Long.parseLong(line.strip()))))
                .filter(this::serves);
        if (orphan.isPresent()) {
            LOG.warn(
                    "stopping PostgreSQL process {}, left over from an earlier run",
                    orphan.get().pid());
            stop(orphan.get());
        }
    }

    static void stop(ProcessHandle server) throws InterruptedException {
        CompletableFuture<ProcessHandle> end = server.onExit();
        Command.interrupt(server.pid());
        try {
            end.get(30, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("PostgreSQL process {} does not stop by itself and is ended by force", server.pid());
            server.destroyForcibly();
        }
    }

    /** A process number may have been given to somebody else since. */
    private boolean serves(ProcessHandle process) {
        try {
            return Path.of("/proc/" + process.pid() + "/cwd")
                    .toRealPath()
                    .equals(file.getParent().toRealPath());
        } catch (IOException e) {
            return process.info()
                    .command()
                    .filter(command -> command.endsWith("/postgres"))
                    .isPresent();
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
