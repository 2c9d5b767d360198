package io.binnacle.distribution.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server under measurement, in a process of its own. */
record Server(String name, Process process, Path data, long startedNanos) implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("binnacle.distribution"));

    /** The shipped platform; what is in the data folder decides whether it is its first start. */
    static Server platform(Path data) throws IOException {
        Files.createDirectories(data);
        Files.deleteIfExists(data.resolve("address"));
        ProcessBuilder builder = new ProcessBuilder(HOME.resolve("bin/binnacle").toString(), "run", "--port", "0");
        builder.environment().put("BINNACLE_DATA", data.toString());
        return start("Binnacle", builder, data);
    }

    /** Javalin alone, with the same settings of the virtual machine. */
    static Server plainJavalin(Path data) throws IOException {
        Files.createDirectories(data);
        Files.deleteIfExists(data.resolve("address"));
        return start(
                "plain Javalin",
                new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-cp",
                        classPath(),
                        PlainJavalin.class.getName(),
                        data.resolve("address").toString())),
                data);
    }

    private static Server start(String name, ProcessBuilder builder, Path data) throws IOException {
        File log = data.resolve("bench.log").toFile();
        long started = System.nanoTime();
        Process process = builder.redirectErrorStream(true).redirectOutput(log).start();
        return new Server(name, process, data, started);
    }

    /** Waits until {@code path} answers 200 and tells how long that took since the start. */
    Duration awaitOk(String path) throws IOException, InterruptedException {
        while (!ok(path)) {
            if (!process.isAlive()) {
                throw new IOException(name + " has ended: " + Files.readString(data.resolve("bench.log")));
            }
            // Often enough to tell hundredths of a second, seldom enough that asking costs little of what is measured.
            TimeUnit.MILLISECONDS.sleep(25);
        }
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private boolean ok(String path) {
        try {
            URI address = address();
            HttpURLConnection connection =
                    (HttpURLConnection) address.resolve(path).toURL().openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    URI address() throws IOException {
        return URI.create(Files.readString(data.resolve("address")).strip());
    }

    String token() throws IOException {
        Path file = data.resolve("admin-token");
        return Files.exists(file) ? Files.readString(file).strip() : "";
    }

    /** Processor time of the process itself, without the database's. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory of the process itself in MiB. */
    long residentMegabytes() {
        return Memory.megabytes(process, "VmRSS");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static String classPath() {
        if (Server.class.getClassLoader() instanceof java.net.URLClassLoader loader) {
            return String.join(
                    File.pathSeparator,
                    java.util.Arrays.stream(loader.getURLs())
                            .map(url -> url.getPath())
                            .toList());
        }
        return System.getProperty("java.class.path");
    }
}
