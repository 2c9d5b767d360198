package io.binnacle.forecasting.core.batch;

import static io.binnacle.forecasting.api.ForecastError.INVALID_SERIES;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A CSV file that tells the season of each series: {@code series_id} and {@code season}; others are passed over. */
final class SeasonList {

    private static final List<String> COLUMNS = List.of("season", "frequency", "mase_lag");

    private SeasonList() {}

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_SERIES with the line at fault */
    static Seasons read(Path file) throws IOException {
        Map<String, Integer> seasons = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                seasons.put(id(row, file), season(row, file));
            }
        }
        return series -> season(seasons, series.id(), file);
    }

    private static String id(NamedCsvRecord row, Path file) {
        return row.findField("series_id").orElseThrow(() -> missing(file, row));
    }

    private static int season(NamedCsvRecord row, Path file) {
        String text = COLUMNS.stream()
                .flatMap(column -> row.findField(column).stream())
                .findFirst()
                .orElseThrow(() -> missing(file, row));
        return Numbers.between(
                "%s, line %d: the season".formatted(file.getFileName(), row.getStartingLineNumber()),
                text.strip(),
                1,
                Seasons.LONGEST);
    }

    private static int season(Map<String, Integer> seasons, String id, Path file) {
        Integer season = seasons.get(id);
        if (season == null) {
            throw INVALID_SERIES.because("%s tells no season of series '%s'", file.getFileName(), id);
        }
        return season;
    }

    private static RuntimeException missing(Path file, NamedCsvRecord row) {
        return INVALID_SERIES.because(
                "%s needs the columns series_id and season (or frequency, or mase_lag), not %s",
                file.getFileName(), row.getHeader());
    }
}
