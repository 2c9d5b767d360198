package io.binnacle.distribution.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * Requests a second and processor time a request of the gateway, with authentication and problem handling, as
 * ratios to plain Javalin that answers the same JSON. Both run at once and are loaded in turn, so that a
 * machine that gets slower does so for both.
 */
public final class GatewayBench {

    private static final int ROUNDS = 9;
    private static final int CONNECTIONS = 32;
    private static final long WARM_UP_MILLIS = 8_000;
    private static final long ROUND_MILLIS = 4_000;

    private GatewayBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("binnacle-bench-");
        try (Server plain = Server.plainJavalin(folder.resolve("plain"));
                Server platform = Server.platform(folder.resolve("platform"))) {
            plain.awaitOk("/api/v1/me");
            platform.awaitOk("/readyz");
            measure(plain, WARM_UP_MILLIS);
            measure(platform, WARM_UP_MILLIS);
            double[] speed = new double[ROUNDS];
            double[] cost = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                Sample ours = measure(platform, ROUND_MILLIS);
                Sample theirs = measure(plain, ROUND_MILLIS);
                speed[round] = ours.perSecond() / theirs.perSecond();
                cost[round] = ours.cpuMicros() / theirs.cpuMicros();
                System.out.printf(
                        "round %d: %,.0f requests/s, %.1f µs CPU a request; plain Javalin %,.0f, %.1f%n",
                        round + 1, ours.perSecond(), ours.cpuMicros(), theirs.perSecond(), theirs.cpuMicros());
            }
            System.out.printf("requests/s, median ratio to plain Javalin: %.3f%n", median(speed));
            System.out.printf("CPU a request, median ratio to plain Javalin: %.3f%n", median(cost));
        }
    }

    private static Sample measure(Server server, long millis) throws Exception {
        Duration before = server.cpu();
        long start = System.nanoTime();
        long answered = new Load(server.address(), "/api/v1/me", server.token(), CONNECTIONS, millis).run();
        double seconds = (System.nanoTime() - start) / 1e9;
        Duration cpu = server.cpu().minus(before);
        return new Sample(answered / seconds, cpu.toNanos() / 1e3 / answered);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private record Sample(double perSecond, double cpuMicros) {}
}
