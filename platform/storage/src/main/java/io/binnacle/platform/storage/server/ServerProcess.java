package io.binnacle.platform.storage.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server, a direct child of this process. One thread starts it, waits for its end and starts it
 * again when it ends unasked, on the same port. The thread lives as long as the server because the kernel
 * stops the server when that thread ends.
 */
final class ServerProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final int ATTEMPTS = 4;
    private static final long MAX_LOG = 16 << 20;

    private final IntFunction<List<String>> commandLine;
    private final PidFile pidFile;
    private final Path log;
    private final CompletableFuture<Integer> startedOn = new CompletableFuture<>();
    private final Thread thread = new Thread(this::keepRunning, "binnacle-postgres");
    private volatile Process process;
    private volatile boolean closing;

    private ServerProcess(IntFunction<List<String>> commandLine, Path pidFile, Path log) {
        this.commandLine = commandLine;
        this.pidFile = new PidFile(pidFile);
        this.log = log;
    }

    /** Starts the server and waits until it takes connections. */
    static ServerProcess start(IntFunction<List<String>> commandLine, Path pidFile, Path log) {
        ServerProcess server = new ServerProcess(commandLine, pidFile, log);
        server.thread.setDaemon(true);
        server.thread.start();
        try {
            server.startedOn.join();
            return server;
        } catch (CompletionException e) {
            throw (ServerException) e.getCause();
        }
    }

    int port() {
        return startedOn.join();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    private void keepRunning() {
        int failures = 0;
        try {
            while (!closing) {
                if (runOnce()) {
                    failures = 0;
                } else if (++failures >= ATTEMPTS && !startedOn.isDone()) {
                    startedOn.completeExceptionally(
                            new ServerException("PostgreSQL does not start; the reason stands at the end of " + log));
                    return;
                }
                pause(failures);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            startedOn.completeExceptionally(new ServerException("PostgreSQL cannot be started", e));
            if (!closing) {
                LOG.error("PostgreSQL is not watched any more", e);
            }
        }
    }

    /** Whether the server took connections at all before it ended. */
    private boolean runOnce() throws IOException, InterruptedException {
        pidFile.stopOrphan();
        int port = startedOn.isDone() ? port() : freePort();
        process = spawn(port);
        boolean served = awaitReady(process);
        if (served) {
            startedOn.complete(port);
        }
        int code = process.waitFor();
        if (!closing && startedOn.isDone()) {
            LOG.warn("PostgreSQL ended unasked with code {} and is started again; see {}", code, log);
        }
        return served;
    }

    private Process spawn(int port) throws IOException {
        if (Files.exists(log) && Files.size(log) > MAX_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new ProcessBuilder(commandLine.apply(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private boolean awaitReady(Process starting) throws InterruptedException {
        while (starting.isAlive()) {
            if (pidFile.ready(starting.pid())) {
                return true;
            }
            Thread.sleep(5);
        }
        return false;
    }

    private void pause(int failures) throws InterruptedException {
        if (!closing) {
            Thread.sleep(100L << Math.min(failures, 7));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            Process running = process;
            if (running != null && running.isAlive()) {
                PidFile.stop(running.toHandle());
            }
            thread.interrupt();
            thread.join(5_000);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
