package io.binnacle.distribution.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Forecasts files of ever more months with {@code binnacle forecast}, as a user does, and says how time and memory
 * grow; twice the series should take twice as long in the same memory.
 */
public final class BatchBench {

    private static final List<String> SIZES = List.of("12500", "25000", "50000", "100000");
    private static final int HORIZON = 12;
    private static final Path HOME = Path.of(System.getProperty("binnacle.distribution"));

    private BatchBench() {}

    /** @param sizes how many series; 12,500 doubled to 100,000 when none are given */
    public static void main(String[] sizes) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("batch-bench");
        System.out.print(
                "| series | s | series/s | CPU ms a series | peak memory | ratio |\n|---|---|---|---|---|---|\n");
        double before = 0;
        for (String size : sizes.length == 0 ? SIZES : List.of(sizes)) {
            int series = Integer.parseInt(size);
            Watched run = forecast(folder, series);
            System.out.printf(
                    "| %,d | %.1f | %,.0f | %.2f | %d MB | %s |%n",
                    series,
                    run.seconds(),
                    series / run.seconds(),
                    1000 * run.cpuSeconds() / series,
                    run.peakMegabytes(),
                    before == 0 ? "" : "%.2f".formatted(run.seconds() / before));
            before = run.seconds();
        }
        System.out.println("ratio: to the time of the line above");
        Files.delete(folder);
    }

    private static Watched forecast(Path folder, int series) throws IOException, InterruptedException {
        Path input = folder.resolve("series.csv");
        Path output = folder.resolve("forecasts.csv");
        Path log = folder.resolve("log");
        BatchSeries.write(input, series);
        String[] command = {
            HOME.resolve("bin/binnacle").toString(),
            "forecast",
            "--input",
            input.toString(),
            "--horizon",
            String.valueOf(HORIZON),
            "--output",
            output.toString()
        };
        Watched run = Watched.run(log, List.of(command));
        requireForecasts(output, series);
        for (Path file : List.of(input, output, log)) {
            Files.delete(file);
        }
        return run;
    }

    private static void requireForecasts(Path output, int series) throws IOException {
        try (Stream<String> lines = Files.lines(output)) {
            long rows = lines.count() - 1;
            if (rows != (long) HORIZON * series) {
                throw new IllegalStateException(
                        "%s has %d rows instead of %d for each of %d series".formatted(output, rows, HORIZON, series));
            }
        }
    }
}
