package io.binnacle.forecasting.core.batch;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.core.evaluation.Cut;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "binnacle evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Score forecast models on the series of a CSV file, side by side; needs no running platform.",
        footer = {
            "",
            "The file has one observation a row with the columns series_id, t and value, and perhaps part: the rows",
            "of the part test are held back. Without it, --horizon says how many of the last to hold back.",
            "sMAPE is the mean over series, pooled that over all periods; MASE, RMSSE, MSIS and CRPS are means over",
            "series, scaled by the errors of naive forecasts within the history; WAPE and bias are percentages of",
            "all that came; coverage is the share of periods in the interval, ACD its distance from the level,",
            "width what the half-widths of intervals would have to be multiplied by to hold it.",
            "DM p is the chance of so great a difference from the reference (Diebold and Mariano), MCS p above 0.1",
            "marks the models that may be the best (Hansen, Lunde and Nason), ms is the time for a series."
        })
final class EvaluateCommand implements Callable<Integer> {

    @Mixin
    private InputOption input = new InputOption();

    @Mixin
    private SeasonOption season = new SeasonOption();

    @Option(
            names = "--seasons",
            paramLabel = "FILE.csv",
            description = "The season of each series, in the columns series_id and season; instead of --season.")
    private Path seasonList;

    @Option(
            names = "--horizon",
            paramLabel = "PERIODS",
            description = "Hold back so many of the last periods, instead of the part test.")
    private String horizon;

    @Option(
            names = "--origins",
            paramLabel = "N",
            defaultValue = "1",
            description = "With --horizon: forecast from so many origins, each one horizon earlier (default: 1).")
    private String origins;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "ID",
            description = "The models, with naive and seasonal-naive always beside them (default: all).")
    private List<String> models = List.of();

    @Option(
            names = "--against",
            paramLabel = "ID",
            defaultValue = "seasonal-naive",
            description = "The model that others are tested against (default: seasonal-naive).")
    private String reference;

    @Option(
            names = "--level",
            paramLabel = "PERCENT",
            defaultValue = "95",
            description = "Of the prediction interval to judge (default: 95).")
    private String level;

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "PART",
            description = "Parts to tell beside the whole: series, segment (a column of the file), season, step ahead.")
    private Set<Cut> cuts = EnumSet.noneOf(Cut.class);

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many series at a time (default: 1, for times that can be compared).")
    private String threads;

    @Spec
    private CommandSpec spec;

    private final Forecasts forecasts;

    EvaluateCommand(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        BacktestOrder order = order();
        try (InputStream bytes = input.open()) {
            InputText text = new InputText(bytes, input.size());
            Percentage percentage = new Percentage(spec.commandLine().getErr(), text::percent);
            try (SeriesFile series = new SeriesFile(text.reader(), order.labels())) {
                tell(Backtest.run(forecasts, series, order, percentage::tell));
            }
        }
        return 0;
    }

    private BacktestOrder order() throws IOException {
        return new BacktestOrder(
                BacktestOrder.judged(InstalledIds.of(forecasts), models, Optional.empty(), reference),
                reference,
                BacktestOrder.level("--level", level),
                cuts,
                seasons(),
                horizon == null ? 0 : Numbers.between("--horizon", horizon, 1, Outlook.FURTHEST),
                Numbers.between("--origins", origins, 1, BacktestOrder.MOST_ORIGINS),
                Numbers.between("--threads", threads, 1, 64));
    }

    private void tell(Backtest.Outcome outcome) {
        List<List<String>> table = outcome.table();
        PrintWriter out = spec.commandLine().getOut();
        out.println(row(table.get(0)));
        out.println("|---".repeat(table.get(0).size()) + "|");
        table.subList(1, table.size()).forEach(cells -> out.println(row(cells)));
        outcome.refusals().forEach(sentence -> spec.commandLine().getErr().println(sentence));
        if (outcome.passedOver() > 0) {
            spec.commandLine()
                    .getErr()
                    .println(
                            outcome.passedOver() + " series were passed over: too short, or what came is not complete");
        }
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private Seasons seasons() throws IOException {
        return seasonList == null ? season.seasons() : SeasonList.read(seasonList);
    }
}
