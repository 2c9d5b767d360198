package io.binnacle.distribution.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * From the start of the process to the first 200 of {@code /livez} and of {@code /readyz}: seconds, processor
 * seconds and memory of the Java process, the database's apart, with plain Javalin beside it.
 */
public final class ColdStartBench {

    private static final int RUNS = 7;

    private ColdStartBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("binnacle-bench-");
        Path data = folder.resolve("data");
        System.out.println("first start, empty data folder:");
        start(data).print();
        start(data);
        System.out.println("later starts (class archive and database are there), median of " + RUNS + ":");
        median(() -> start(data)).print();
        System.out.println("plain Javalin, median of " + RUNS + ":");
        median(() -> startPlain(folder.resolve("plain"))).print();
    }

    private static Start start(Path data) throws Exception {
        try (Server server = Server.platform(data)) {
            double live = seconds(server.awaitOk("/livez"));
            double ready = seconds(server.awaitOk("/readyz"));
            return new Start(live, ready, seconds(server.cpu()), server.residentMegabytes());
        }
    }

    private static Start startPlain(Path data) throws Exception {
        try (Server server = Server.plainJavalin(data)) {
            double ready = seconds(server.awaitOk("/api/v1/me"));
            return new Start(ready, ready, seconds(server.cpu()), server.residentMegabytes());
        }
    }

    private static Start median(Run run) throws Exception {
        Start[] starts = new Start[RUNS];
        for (int index = 0; index < RUNS; index++) {
            starts[index] = run.start();
        }
        return new Start(
                median(starts, Start::live),
                median(starts, Start::ready),
                median(starts, Start::cpu),
                median(starts, Start::megabytes));
    }

    private static double median(Start[] starts, java.util.function.ToDoubleFunction<Start> figure) {
        double[] sorted = Arrays.stream(starts).mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private interface Run {
        Start start() throws Exception;
    }

    private record Start(double live, double ready, double cpu, double megabytes) {
        void print() {
            System.out.printf(
                    "  alive after %.2f s, ready after %.2f s, %.2f CPU-s, %.0f MB%n", live, ready, cpu, megabytes);
        }
    }
}
