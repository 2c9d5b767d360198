package io.binnacle.distribution.bench.accuracy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Times R's package forecast over series: processor time of the one process that R is, without its start. */
final class RSpeed {

    // A series a line: season length;horizon;values.
    private static final String SCRIPT = """
        suppressPackageStartupMessages(library(forecast))
        series <- lapply(strsplit(readLines(commandArgs(TRUE)[1]), ";"), function(line) list(
          h = as.integer(line[2]),
          x = ts(as.numeric(strsplit(line[3], " ")[[1]]), frequency = as.integer(line[1]))))
        models <- list(
          ets = function(x, h) forecast(ets(x), h = h, level = 95),
          theta = function(x, h) thetaf(x, h = h, level = 95),
          arima = function(x, h) forecast(auto.arima(x), h = h, level = 95))
        for (name in names(models)) {
          took <- system.time(for (s in series) try(suppressWarnings(models[[name]](s$x, s$h)), silent = TRUE))
          cat(name, 1000 * sum(took[c("user.self", "sys.self")]) / length(series), "\\n")
        }
        """;

    private RSpeed() {}

    /** Milliseconds a series by our ids of the models; empty where R cannot be asked. */
    static Optional<Map<String, Double>> milliseconds(List<SplitSeries> series)
            throws IOException, InterruptedException {
        if (!installed()) {
            return Optional.empty();
        }
        Path script = Files.writeString(Files.createTempFile("speed", ".R"), SCRIPT);
        Path file = Files.write(
                Files.createTempFile("speed", ".txt"),
                series.stream().map(RSpeed::line).toList());
        try {
            Process process = new ProcessBuilder("Rscript", script.toString(), file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("Rscript failed; what it says stands above");
            }
            return Optional.of(parse(answer));
        } finally {
            Files.delete(script);
            Files.delete(file);
        }
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("Rscript", "-e", "packageVersion('forecast')")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String line(SplitSeries split) {
        String values = Arrays.stream(split.past()).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        return split.seasonLength() + ";" + split.future().length + ";" + values;
    }

    private static Map<String, Double> parse(String answer) {
        Map<String, Double> times = new HashMap<>();
        answer.lines().map(line -> line.trim().split(" ")).forEach(pair -> times.put(pair[0], Double.valueOf(pair[1])));
        return times;
    }
}
