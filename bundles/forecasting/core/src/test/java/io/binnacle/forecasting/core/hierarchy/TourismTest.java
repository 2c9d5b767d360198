package io.binnacle.forecasting.core.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.core.Framework;
import io.binnacle.forecasting.core.TestForecasts;
import io.binnacle.forecasting.theta.ThetaModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Forecasts the last two years of the trips of Australians, which lie beside the project, where they do. Their states
 * and zones are those of Wickramasuriya, Athanasopoulos &amp; Hyndman (2019), with whom there are 555 series.
 */
class TourismTest {

    @RegisterExtension
    static final Framework framework = new Framework();

    private static final Path TRIPS = Path.of(System.getProperty("binnacle.shared", "../../../../shared"))
            .resolve("data/timeseries/au_tourism_dev.csv.gz");
    private static final int HORIZON = 8;
    private static final List<Double> LEVELS = List.of(0.8, 0.95);

    private static Hierarchy all;
    private static Hierarchy known;
    private static List<NodeForecast> base;

    @BeforeAll
    static void forecasts_by_themselves() throws IOException, InterruptedException {
        assumeThat(TRIPS)
                .as("the data set of Australian tourism, which is not part of the project")
                .exists();
        List<BottomSeries> trips = trips();
        Structure structure = Structure.parse("state / zone / region * purpose");
        all = Hierarchy.of(structure, trips, 4);
        known = Hierarchy.of(structure, trips.stream().map(TourismTest::known).toList(), 4);
        Forecasts theta = TestForecasts.over(framework, List.of("theta"), Map.of("theta", new ThetaModel()));
        base = BaseForecasts.of(theta, known, order(Method.MINT), () -> {});
    }

    @Test
    void all_levels_are_there() {
        assertThat(all.nodes()).hasSize(555);
    }

    @Test
    void every_method_adds_up() {
        for (Method method : Method.values()) {
            if (method.misfit(Structure.parse("state / zone / region * purpose"))
                    .isEmpty()) {
                double[][] means = means(method);
                IntStream.range(0, HORIZON)
                        .forEach(step -> assertThat(known.summation().gap(column(means, step)))
                                .as("%s at step %d", method.id(), step + 1)
                                .isLessThan(1e-9));
            }
        }
    }

    @Test
    void the_least_trace_errs_less_than_the_sums_of_the_bottom() {
        double bottomUp = logError(means(Method.BOTTOM_UP));

        assertThat(logError(means(Method.MINT))).isLessThan(bottomUp);
        assertThat(logError(means(Method.MINT_NONNEGATIVE))).isLessThan(bottomUp);
    }

    @Test
    void intervals_hold_about_as_much_as_they_say() {
        List<ReconciledNode> nodes = Reconciliation.of(known, order(Method.MINT), base);

        assertThat(coverage(nodes, 1, 2)).isBetween(0.7, 0.9);
        assertThat(coverage(nodes, 0, 3)).isBetween(0.9, 0.99);
    }

    private static double coverage(List<ReconciledNode> nodes, int lower, int upper) {
        return IntStream.range(0, nodes.size())
                        .mapToDouble(node -> IntStream.range(0, HORIZON)
                                .filter(step -> {
                                    double[] bounds = nodes.get(node).quantiles()[step];
                                    double actual = all.value(node, known.periods() + step);
                                    return bounds[lower] <= actual && actual <= bounds[upper];
                                })
                                .count())
                        .sum()
                / (nodes.size() * HORIZON);
    }

    /** The mean over series of the logarithm of the squared error: differences are those of relative errors. */
    private static double logError(double[][] means) {
        return IntStream.range(0, means.length)
                .mapToDouble(node -> Math.log(IntStream.range(0, HORIZON)
                        .mapToDouble(step -> Math.pow(all.value(node, known.periods() + step) - means[node][step], 2))
                        .average()
                        .orElseThrow()))
                .average()
                .orElseThrow();
    }

    private static double[][] means(Method method) {
        ReconciliationOrder order = new ReconciliationOrder(method, HORIZON, List.of(), Optional.empty(), 42);
        return Reconciliation.of(known, order, base).stream()
                .map(ReconciledNode::mean)
                .toArray(double[][]::new);
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }

    private static ReconciliationOrder order(Method method) {
        return new ReconciliationOrder(method, HORIZON, LEVELS, Optional.empty(), 42);
    }

    private static BottomSeries known(BottomSeries one) {
        return new BottomSeries(one.id(), Arrays.copyOf(one.values(), one.values().length - HORIZON), one.groups());
    }

    private static List<BottomSeries> trips() throws IOException {
        Map<String, Map<String, String>> zones = new HashMap<>();
        each(
                TourismTest.class.getResourceAsStream("/tourism-zones.csv"),
                row -> zones.put(
                        row.getField("region"), Map.of("state", row.getField("state"), "zone", row.getField("zone"))));
        Map<List<String>, List<Double>> trips = new LinkedHashMap<>();
        each(new GZIPInputStream(Files.newInputStream(TRIPS)), row -> trips.computeIfAbsent(
                        List.of(row.getField("region"), row.getField("purpose")), key -> new ArrayList<>())
                .add(Double.valueOf(row.getField("trips"))));
        return trips.entrySet().stream()
                .map(entry -> series(entry.getKey(), zones.get(entry.getKey().get(0)), entry.getValue()))
                .toList();
    }

    private static BottomSeries series(List<String> name, Map<String, String> zone, List<Double> trips) {
        Map<String, String> groups = new HashMap<>(zone);
        groups.put("region", name.get(0));
        groups.put("purpose", name.get(1));
        return new BottomSeries(
                String.join(" ", name),
                trips.stream().mapToDouble(Double::doubleValue).toArray(),
                groups);
    }

    private static void each(InputStream bytes, Consumer<NamedCsvRecord> action) throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            rows.forEach(action);
        }
    }
}
