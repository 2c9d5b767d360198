package io.binnacle.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that has ended well, and what it took. */
record Watched(double seconds, double cpuSeconds, long peakMegabytes) {

    static Watched run(Path log, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        double cpu = 0;
        long peak = 0;
        // The system forgets both figures with the process, so they are asked for until it ends.
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            cpu = Math.max(
                    cpu,
                    process.info()
                            .totalCpuDuration()
                            .map(spent -> spent.toNanos() / 1e9)
                            .orElse(0.0));
            peak = Math.max(peak, Memory.peakMegabytes(process));
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed: " + Files.readString(log));
        }
        return new Watched((System.nanoTime() - start) / 1e9, cpu, peak);
    }
}
