package io.binnacle.distribution.bench.accuracy;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How long each model takes for a series of M3 on one core, and how long R takes for the same series in the same
 * run, where {@code Rscript} and its package forecast are there: {@code ModelSpeedBench <folder> [every=20]} with
 * {@code every} for R's share; {@code models=ets,theta} takes these alone.
 */
public final class ModelSpeedBench {

    private static final int WARM_UP = 200;

    private ModelSpeedBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = Options.of(List.of(arguments).subList(1, arguments.length));
        List<SplitSeries> all = SeriesSet.ALL.get(0).read(Path.of(arguments[0]));
        List<SplitSeries> sample = options.chosen(all);
        Optional<Map<String, Double>> r = RSpeed.milliseconds(sample);
        System.out.printf("%,d series of M3, R on %,d of them%n", all.size(), r.isPresent() ? sample.size() : 0);
        if (r.isEmpty()) {
            System.out.println("R is not compared: there is no Rscript with the package forecast on the PATH");
        }
        System.out.print(
                "| model | ms a series | on the sample | R, ms a series | R / ours |\n|---|---|---|---|---|\n");
        new TreeMap<>(BenchModels.all()).forEach((id, model) -> {
            if (options.wantsModel(id)) {
                warmUp(model, all);
                double ours = milliseconds(model, sample);
                System.out.printf(
                        "| %s | %.3f | %.3f | %s |%n", id, milliseconds(model, all), ours, beside(id, r, ours));
            }
        });
    }

    private static String beside(String id, Optional<Map<String, Double>> r, double ours) {
        return r.map(times -> times.get(id))
                .map(theirs -> "%.1f | %.0f".formatted(theirs, theirs / ours))
                .orElse("|");
    }

    private static void warmUp(ForecastModel model, List<SplitSeries> series) {
        List<SplitSeries> some = IntStream.range(0, WARM_UP)
                .mapToObj(k -> series.get(k * 37 % series.size()))
                .toList();
        milliseconds(model, some);
    }

    /** Processor time of this thread, with the 95 % interval; series too short for the model do not count. */
    private static double milliseconds(ForecastModel model, List<SplitSeries> series) {
        List<SplitSeries> enough = series.stream()
                .filter(split -> split.past().length >= model.minimumHistory(split.seasonLength()))
                .toList();
        long start = cpuTime();
        for (SplitSeries split : enough) {
            TimeSeries history = new TimeSeries(split.past(), split.seasonLength());
            model.forecast(history, new Outlook(split.future().length, List.of(Score.LEVEL), 42));
        }
        return (cpuTime() - start) / 1e6 / enough.size();
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
