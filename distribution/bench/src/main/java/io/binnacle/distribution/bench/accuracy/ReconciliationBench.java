package io.binnacle.distribution.bench.accuracy;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.kernels.hierarchy.ErrorCovariance;
import io.binnacle.forecasting.kernels.hierarchy.Reconciler;
import io.binnacle.forecasting.kernels.hierarchy.Summation;
import io.binnacle.forecasting.kernels.hierarchy.TraceMinimization;
import io.binnacle.forecasting.kernels.metrics.PointErrors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Reconciles forecasts of Australian domestic tourism: {@code ReconciliationBench <folder>}. The last two years are
 * held back; errors one step ahead at the forty origins before them tell the covariance.
 */
public final class ReconciliationBench {

    private static final int HORIZON = 8;
    private static final int ORIGINS = 40;
    private static final int SEASON = 4;
    private static final List<String> MODELS = List.of("ets", "combination");

    private final TourismTree tree;
    private final ForecastModel model;
    private final int known;

    private ReconciliationBench(TourismTree tree, ForecastModel model) {
        this.tree = tree;
        this.model = model;
        this.known = tree.periods() - HORIZON;
    }

    public static void main(String[] arguments) throws IOException {
        TourismTree tree = TourismTree.read(Path.of(arguments[0]));
        System.out.printf(
                "%d series, %d of them at the bottom, %d quarters%n",
                tree.summation().series(), tree.summation().bottom(), tree.periods());
        System.out.println("| model | way | relative MSE | " + String.join(" | ", tree.levels()) + " | gap | s |");
        System.out.println("|---".repeat(5 + tree.levels().size()) + "|");
        for (String model : MODELS) {
            new ReconciliationBench(tree, BenchModels.all().get(model)).compare(model);
        }
    }

    private void compare(String name) {
        double[][] base = perSeries(series -> forecast(series, known, HORIZON));
        double[][] errors = transposed(perSeries(this::errors));
        double[] baseErrors = squares(base);
        ways(errors).forEach((way, covariance) -> {
            long start = System.nanoTime();
            Reconciler reconciler = covariance.get();
            double[][] reconciled = reconciled(base, reconciler);
            System.out.println(
                    row(name, way, reconciled, baseErrors) + " %.2f |".formatted((System.nanoTime() - start) / 1e9));
        });
    }

    private Map<String, Supplier<Reconciler>> ways(double[][] errors) {
        Summation sums = tree.summation();
        Map<String, Supplier<Reconciler>> ways = new LinkedHashMap<>();
        ways.put("none", () -> forecasts -> forecasts);
        ways.put("bottom-up", () -> Reconciler.bottomUp(sums));
        ways.put("top-down", () -> Reconciler.topDown(sums, tree.shares(known)));
        ways.put("OLS", () -> TraceMinimization.of(sums, ErrorCovariance.alike(sums.series())));
        ways.put("structural", () -> TraceMinimization.of(sums, ErrorCovariance.structural(sums)));
        ways.put("variances", () -> TraceMinimization.of(sums, ErrorCovariance.variances(errors)));
        ways.put("MinT-shrink", () -> TraceMinimization.of(sums, ErrorCovariance.shrunk(errors)));
        ways.put("MinT, none below 0", () -> TraceMinimization.nonNegative(sums, ErrorCovariance.shrunk(errors)));
        return ways;
    }

    /** The mean RMSSE of each level, and the geometric mean over series of MSE against that without any way. */
    private String row(String name, String way, double[][] forecasts, double[] baseErrors) {
        double[] errors = squares(forecasts);
        double relative = Math.exp(IntStream.range(0, errors.length)
                .mapToDouble(i -> Math.log(errors[i] / baseErrors[i]))
                .average()
                .orElseThrow());
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "| %s | %s | %.4f", name, way, relative));
        for (String level : tree.levels()) {
            double rmsse = IntStream.range(0, forecasts.length)
                    .filter(series -> tree.level(series).equals(level))
                    .mapToDouble(series -> PointErrors.rmsse(past(series, known), future(series), forecasts[series]))
                    .average()
                    .orElseThrow();
            row.append(String.format(Locale.ROOT, " | %.3f", rmsse));
        }
        double gap = Arrays.stream(transposed(forecasts))
                .mapToDouble(tree.summation()::gap)
                .max()
                .orElseThrow();
        return row.append(String.format(Locale.ROOT, " | %.1e |", gap)).toString();
    }

    private double[][] reconciled(double[][] base, Reconciler reconciler) {
        return transposed(
                Arrays.stream(transposed(base)).map(reconciler::reconcile).toArray(double[][]::new));
    }

    private double[] squares(double[][] forecasts) {
        return IntStream.range(0, forecasts.length)
                .mapToDouble(series -> {
                    double[] actual = future(series);
                    return IntStream.range(0, HORIZON)
                            .mapToDouble(step -> Math.pow(actual[step] - forecasts[series][step], 2))
                            .average()
                            .orElseThrow();
                })
                .toArray();
    }

    private double[] errors(int series) {
        return IntStream.range(known - ORIGINS, known)
                .mapToDouble(origin -> tree.values(series)[origin] - forecast(series, origin, 1)[0])
                .toArray();
    }

    private double[] forecast(int series, int origin, int horizon) {
        TimeSeries history = new TimeSeries(past(series, origin), SEASON);
        return model.forecast(history, new Outlook(horizon, List.of(Score.LEVEL), 42)).mean().stream()
                .flatMapToDouble(DoubleStream::of)
                .toArray();
    }

    private double[] past(int series, int origin) {
        return Arrays.copyOf(tree.values(series), origin);
    }

    private double[] future(int series) {
        return Arrays.copyOfRange(tree.values(series), known, known + HORIZON);
    }

    private double[][] perSeries(IntFunction<double[]> work) {
        return IntStream.range(0, tree.summation().series())
                .parallel()
                .mapToObj(work)
                .toArray(double[][]::new);
    }

    private static double[][] transposed(double[][] rows) {
        return IntStream.range(0, rows[0].length)
                .mapToObj(column ->
                        Arrays.stream(rows).mapToDouble(row -> row[column]).toArray())
                .toArray(double[][]::new);
    }
}
