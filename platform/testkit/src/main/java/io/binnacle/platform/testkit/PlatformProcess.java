package io.binnacle.platform.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The platform as a process of its own, started by the shipped command, so that it can be killed. */
public final class PlatformProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final Path data;
    private final Path output;

    private PlatformProcess(Process process, Path data, Path output) {
        this.process = process;
        this.data = data;
        this.output = output;
    }

    /** Runs {@code bin/binnacle} with these arguments on a data folder; does not wait. */
    public static PlatformProcess launch(Path data, Map<String, String> environment, String... arguments)
            throws IOException {
        Path output = Files.createTempFile("binnacle-output-", ".log");
        ProcessBuilder builder = new ProcessBuilder(command(arguments));
        builder.environment().put("BINNACLE_DATA", data.toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        return new PlatformProcess(builder.start(), data, output);
    }

    /** Starts the platform on any free port and waits until it is ready. */
    public static PlatformProcess start(Path data, String... arguments) throws IOException {
        Files.createDirectories(data);
        Files.deleteIfExists(data.resolve("address"));
        List<String> all = new ArrayList<>(List.of("run", "--port", "0"));
        all.addAll(List.of(arguments));
        PlatformProcess platform = launch(data, Map.of(), all.toArray(String[]::new));
        platform.awaitReady();
        return platform;
    }

    /** The API as the administrator sees it. */
    public ApiClient admin() throws IOException {
        return new ApiClient(
                URI.create(Files.readString(data.resolve("address")).strip()),
                Files.readString(data.resolve("admin-token")).strip());
    }

    /** Kills the process and every process it started, as kill -9 does. */
    public void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        children.forEach(child -> child.onExit().join());
    }

    /** Asks the process to stop and answers its exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** Waits for the process to end. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the process does not end; it said:\n" + output());
        }
        return process.exitValue();
    }

    /** What the process has printed. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The processes below it: the database server's. */
    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.deleteIfExists(output);
    }

    private void awaitReady() {
        Awaitility.await("a platform that is ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .failFast("the platform lives", this::requireAlive)
                .until(() -> output().contains("Binnacle is ready"));
    }

    private void requireAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("the platform has ended; it said:\n" + output());
        }
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Distribution.underTest().home().resolve("bin/binnacle").toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
