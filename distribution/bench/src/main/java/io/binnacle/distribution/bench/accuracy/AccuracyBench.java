package io.binnacle.distribution.bench.accuracy;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Forecasts sets of series and says how well, as a table: {@code AccuracyBench <folder> [option…]} with
 * {@code sets=m3,m1}, {@code models=ets,theta}, {@code every=2} to take every second series, and
 * {@code inside=true} to forecast from one horizon earlier, inside the training parts.
 */
public final class AccuracyBench {

    private static final int WARM_UP = 200;

    private AccuracyBench() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Options options = Options.of(List.of(arguments).subList(1, arguments.length));
        System.out.print(Score.HEADER);
        for (SeriesSet set : SeriesSet.ALL) {
            if (options.wantsSet(set.name())) {
                List<SplitSeries> series = options.chosen(set.read(folder));
                BenchModels.all().forEach((id, model) -> {
                    if (options.wantsModel(id)) {
                        score(set.name(), id, model, series);
                    }
                });
            }
        }
    }

    private static void score(String set, String id, ForecastModel model, List<SplitSeries> all) {
        List<SplitSeries> series = all.stream()
                .filter(split -> split.past().length >= model.minimumHistory(split.seasonLength()))
                .toList();
        IntStream.range(0, WARM_UP).forEach(k -> forecast(model, series.get(k * 37 % series.size())));
        Score total = new Score();
        Map<Integer, Score> bySeason = new TreeMap<>();
        for (SplitSeries split : series) {
            long start = cpuTime();
            Forecast forecast = forecast(model, split);
            double milliseconds = (cpuTime() - start) / 1e6;
            total.add(split, forecast, milliseconds);
            bySeason.computeIfAbsent(split.seasonLength(), season -> new Score())
                    .add(split, forecast, milliseconds);
        }
        System.out.println(total.row(set, "all", id));
        if (bySeason.size() > 1) {
            bySeason.forEach((season, score) -> System.out.println(score.row(set, season.toString(), id)));
        }
    }

    private static Forecast forecast(ForecastModel model, SplitSeries split) {
        TimeSeries history = new TimeSeries(split.past(), split.seasonLength());
        return model.forecast(history, new Outlook(split.future().length, List.of(Score.LEVEL), 42));
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
