package io.binnacle.forecasting.core.batch;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.core.Levels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "binnacle forecast",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Forecast every series of a CSV file, with prediction intervals; needs no running platform.",
        footer = {
            "",
            "The file has one observation a row with the columns series_id, t and value; t is a number or a date.",
            "What comes out has one period a row: series_id, step, mean, quantiles, model, problem.",
            "A series that cannot be forecast has a row of step 0 with the reason."
        })
final class ForecastCommand implements Callable<Integer> {

    @Mixin
    private InputOption input = new InputOption();

    @Option(names = "--horizon", required = true, paramLabel = "PERIODS", description = "How far ahead, 1 to 1000.")
    private String horizon;

    @Mixin
    private SeasonOption season = new SeasonOption();

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "The model; without it the platform's choice, which the output names.")
    private String model;

    @Option(
            names = "--levels",
            paramLabel = "PERCENT",
            defaultValue = "80,95",
            description = "Of the prediction intervals (default: 80,95).")
    private String levels;

    @Option(names = "--output", required = true, paramLabel = "FILE.csv", description = "Where the forecasts go.")
    private Path output;

    @Option(names = "--threads", paramLabel = "N", description = "How many series at a time (default: all processors).")
    private Integer threads;

    @Spec
    private CommandSpec spec;

    private final Forecasts forecasts;

    ForecastCommand(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Outlook outlook = new Outlook(
                Numbers.between("--horizon", horizon, 1, Outlook.FURTHEST),
                Levels.parse(levels).fractions(),
                BatchOrder.SEED);
        BatchOrder order = new BatchOrder(outlook, season.seasons(), Optional.ofNullable(model));
        long start = System.nanoTime();
        BatchRun.Summary summary = run(order);
        tell(summary, Duration.ofNanos(System.nanoTime() - start));
        return summary.failed() == 0 ? 0 : 1;
    }

    private BatchRun.Summary run(BatchOrder order) throws IOException, InterruptedException {
        try (InputStream bytes = input.open()) {
            InputText text = new InputText(bytes, input.size());
            Percentage percentage = new Percentage(spec.commandLine().getErr(), text::percent);
            try (SeriesFile series = new SeriesFile(text.reader())) {
                return new OutputFile(output)
                        .write(rows -> new BatchRun(forecasts, threads()).run(series, order, rows, percentage::tell));
            }
        }
    }

    private int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    private void tell(BatchRun.Summary summary, Duration took) {
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "%,d series with %,d values in %.2f s, answered by %s%s%s%n",
                        summary.series(),
                        summary.values(),
                        took.toNanos() / 1e9,
                        summary.models(),
                        summary.filled() == 0 ? "" : "; " + summary.filled() + " missing values were filled",
                        summary.failed() == 0
                                ? ""
                                : "; " + summary.failed() + " could not be forecast, see the column problem");
    }
}
