package io.binnacle.distribution.bench.accuracy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.binnacle.forecasting.kernels.hierarchy.Summation;
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
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Trips of Australians within Australia by quarter: states, zones and regions, crossed with the purpose of the trip.
 * States and zones are those of Wickramasuriya, Athanasopoulos &amp; Hyndman (2019), who count Canberra to New South
 * Wales and 555 series in all; the data tell only the regions.
 */
final class TourismTree {

    private record Zone(String state, String name) {}

    private record Key(Zone zone, String region, String purpose) {}

    private static final String ZONES = "/tourism-zones.csv";

    private final List<String> levels = new ArrayList<>();
    private final List<String> levelOf = new ArrayList<>();
    private final Summation summation;
    private final double[][] values;

    private TourismTree(Map<Key, double[]> bottom) {
        List<Key> keys = List.copyOf(bottom.keySet());
        List<int[]> aggregates = new ArrayList<>();
        add("all", keys, key -> "", aggregates);
        add("state", keys, key -> key.zone().state(), aggregates);
        add("zone", keys, Key::zone, aggregates);
        add("region", keys, Key::region, aggregates);
        add("purpose", keys, Key::purpose, aggregates);
        add("state by purpose", keys, key -> List.of(key.zone().state(), key.purpose()), aggregates);
        add("zone by purpose", keys, key -> List.of(key.zone(), key.purpose()), aggregates);
        levels.add("region by purpose");
        keys.forEach(key -> levelOf.add("region by purpose"));
        summation = Summation.of(keys.size(), aggregates);
        values = all(keys.stream().map(bottom::get).toArray(double[][]::new));
    }

    static TourismTree read(Path folder) throws IOException {
        Map<Key, Map<String, Double>> rows = new LinkedHashMap<>();
        Map<String, Zone> zones = zones();
        InputStream trips = new GZIPInputStream(Files.newInputStream(folder.resolve("au_tourism_dev.csv.gz")));
        each(trips, line -> {
            String region = line.getField("region");
            rows.computeIfAbsent(new Key(zones.get(region), region, line.getField("purpose")), key -> new TreeMap<>())
                    .put(line.getField("quarter"), Double.valueOf(line.getField("trips")));
        });
        Map<Key, double[]> bottom = new LinkedHashMap<>();
        rows.forEach((key, quarters) -> bottom.put(
                key, quarters.values().stream().mapToDouble(Double::doubleValue).toArray()));
        return new TourismTree(bottom);
    }

    private static Map<String, Zone> zones() throws IOException {
        Map<String, Zone> zones = new HashMap<>();
        each(
                TourismTree.class.getResourceAsStream(ZONES),
                line -> zones.put(line.getField("region"), new Zone(line.getField("state"), line.getField("zone"))));
        return zones;
    }

    private static void each(InputStream bytes, Consumer<NamedCsvRecord> action) throws IOException {
        try (CsvReader<NamedCsvRecord> lines =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            lines.forEach(action);
        }
    }

    Summation summation() {
        return summation;
    }

    List<String> levels() {
        return levels;
    }

    String level(int series) {
        return levelOf.get(series);
    }

    double[] values(int series) {
        return values[series];
    }

    int periods() {
        return values[0].length;
    }

    /** What part of all trips each bottom series had in the first periods. */
    double[] shares(int periods) {
        double total = sum(values[0], periods);
        return IntStream.range(summation.series() - summation.bottom(), summation.series())
                .mapToDouble(series -> sum(values[series], periods) / total)
                .toArray();
    }

    private void add(String level, List<Key> keys, Function<Key, Object> group, List<int[]> aggregates) {
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        IntStream.range(0, keys.size())
                .forEach(i -> groups.computeIfAbsent(group.apply(keys.get(i)), any -> new ArrayList<>())
                        .add(i));
        levels.add(level);
        groups.values().forEach(members -> {
            levelOf.add(level);
            aggregates.add(members.stream().mapToInt(Integer::intValue).toArray());
        });
    }

    private double[][] all(double[][] bottom) {
        double[][] series = new double[summation.series()][bottom[0].length];
        for (int period = 0; period < bottom[0].length; period++) {
            int at = period;
            double[] sums = summation.sums(
                    Arrays.stream(bottom).mapToDouble(one -> one[at]).toArray());
            for (int i = 0; i < sums.length; i++) {
                series[i][period] = sums[i];
            }
        }
        return series;
    }

    private static double sum(double[] values, int periods) {
        return Arrays.stream(values, 0, periods).sum();
    }
}
