package io.binnacle.distribution.bench.accuracy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A set of series in a folder.
 *
 * @param file the long file: one line for each observation, the value in the last of four columns
 * @param meta the file that says how long the seasons are, and the column that does; or neither, for months
 * @param heldBack how many periods to hold back where the file does not say which
 */
record SeriesSet(String name, String file, String meta, String seasonColumn, int heldBack) {

    static final List<SeriesSet> ALL = List.of(
            split("m3", "m3_dev_long.csv.gz", "m3_dev_meta.csv", "frequency"),
            split("m1", "m1_dev_long.csv.gz", "m1_dev_meta.csv", "frequency"),
            split("tourism", "tourism_comp_dev_long.csv.gz", "tourism_comp_dev_meta.csv", "frequency"),
            split("m4-weekly", "m4_weekly_dev_long.csv.gz", "m4_dev_meta.csv", "mase_lag"),
            split("m4-hourly", "m4_hourly_dev_long.csv.gz", "m4_dev_meta.csv", "mase_lag"),
            new SeriesSet("hospital", "hospital_dev_long.csv.gz", "", "", 12),
            new SeriesSet("carparts", "carparts_dev_long.csv.gz", "", "", 12));

    private static final int MONTHS = 12;

    private static SeriesSet split(String name, String file, String meta, String seasonColumn) {
        return new SeriesSet(name, file, meta, seasonColumn, 0);
    }

    List<SplitSeries> read(Path folder) throws IOException {
        Map<String, Integer> seasons = meta.isEmpty() ? Map.of() : seasons(folder);
        Map<String, List<String[]>> lines = lines(folder);
        List<SplitSeries> series = new ArrayList<>();
        lines.forEach((id, rows) -> series.add(split(id, seasons.getOrDefault(id, MONTHS), rows)));
        return series;
    }

    private SplitSeries split(String id, int seasonLength, List<String[]> rows) {
        if (heldBack > 0) {
            return SplitSeries.withLast(heldBack, id, seasonLength, values(rows, row -> true));
        }
        return new SplitSeries(
                id,
                seasonLength,
                values(rows, row -> row[2].equals("train")),
                values(rows, row -> row[2].equals("test")));
    }

    private static double[] values(List<String[]> rows, Predicate<String[]> wanted) {
        return rows.stream()
                .filter(wanted)
                .mapToDouble(row -> Double.parseDouble(row[3]))
                .toArray();
    }

    private Map<String, List<String[]>> lines(Path folder) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(row -> !row[3].isEmpty())
                    .collect(Collectors.groupingBy(row -> row[0], LinkedHashMap::new, Collectors.toList()));
        }
    }

    private Map<String, Integer> seasons(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(meta));
        List<String> header = List.of(lines.get(0).split(","));
        int id = header.indexOf("series_id");
        int season = header.indexOf(seasonColumn);
        Map<String, Integer> seasons = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",");
            seasons.put(row[id], Integer.valueOf(row[season]));
        }
        return seasons;
    }
}
