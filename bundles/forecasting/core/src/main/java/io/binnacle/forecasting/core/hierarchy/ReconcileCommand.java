package io.binnacle.forecasting.core.hierarchy;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.core.batch.InputOption;
import io.binnacle.forecasting.core.batch.InputText;
import io.binnacle.forecasting.core.batch.OutputFile;
import io.binnacle.forecasting.core.batch.Percentage;
import io.binnacle.forecasting.core.batch.SeasonOption;
import io.binnacle.forecasting.core.batch.SeriesFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "binnacle reconcile",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Forecast the series of a CSV file and all their sums so that they add up, with prediction"
                + " intervals; needs no running platform.",
        footer = {
            "",
            "The file has one observation a row with the columns series_id, t and value, and a column for each group",
            "of the structure; the series are the bottom, and all cover the same periods. What comes out has one",
            "period a row: series_id, level, step, mean, quantiles, model. Sums are called by their groups, such as",
            "NSW, NSW/Sydney or NSW*Holiday, and their level by the columns; the sum of all is total, and series of",
            "the file have the level bottom. mint, mint-nonnegative, variances and intervals learn from forecasts",
            "one period ahead at the last origins of the past, at least six and at most forty."
        })
final class ReconcileCommand implements Callable<Integer> {

    @Mixin
    private InputOption input = new InputOption();

    @Option(
            names = "--structure",
            required = true,
            paramLabel = "GROUPS",
            description = {
                "The columns with the groups: parts behind a slash, crossed groups behind a star, such as",
                "'state / region * purpose'."
            })
    private String structure;

    @Mixin
    private SeasonOption season = new SeasonOption();

    @Mixin
    private OrderOptions options = new OrderOptions();

    @Option(names = "--output", required = true, paramLabel = "FILE.csv", description = "Where the forecasts go.")
    private Path output;

    @Spec
    private CommandSpec spec;

    private final Forecasts forecasts;

    ReconcileCommand(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Structure groups = structure();
        ReconciliationOrder order = options.order(groups);
        HierarchyFile file = read(groups);
        long start = System.nanoTime();
        Hierarchy hierarchy = file.hierarchy(groups, season.seasons());
        List<ReconciledNode> nodes = Reconciliation.forecast(forecasts, hierarchy, order, percentage(hierarchy)::tell);
        new OutputFile(output).write(rows -> {
            NodeRows.write(nodes, order.levels(), rows);
            return nodes;
        });
        spec.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "%,d series and %,d sums of them over %,d periods, seasons of %d, by %s in %.2f s%s%n",
                        hierarchy.summation().bottom(),
                        nodes.size() - hierarchy.summation().bottom(),
                        hierarchy.periods(),
                        hierarchy.seasonLength(),
                        order.method().id(),
                        (System.nanoTime() - start) / 1e9,
                        file.filled() == 0 ? "" : "; " + file.filled() + " missing values were filled");
        return 0;
    }

    private Structure structure() {
        try {
            return Structure.parse(structure);
        } catch (IllegalArgumentException e) {
            throw INVALID_PARAMETER.because("--structure: %s", e.getMessage());
        }
    }

    private HierarchyFile read(Structure groups) throws IOException {
        try (InputStream bytes = input.open();
                SeriesFile series = new SeriesFile(new InputText(bytes, input.size()).reader(), groups.groups())) {
            return HierarchyFile.read(series, groups);
        }
    }

    private Percentage percentage(Hierarchy hierarchy) {
        AtomicInteger done = new AtomicInteger();
        return new Percentage(
                spec.commandLine().getErr(),
                () -> 100 * done.incrementAndGet() / hierarchy.nodes().size());
    }
}
