package io.binnacle.forecasting.core.batch;

import static io.binnacle.forecasting.api.ForecastError.INVALID_SERIES;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A CSV file in long form, one observation a row: {@code series_id}, {@code t}, {@code value} and perhaps
 * {@code part} ({@code train} or {@code test}); other columns are passed over. The rows of a series stand
 * together; only one series is in memory at a time.
 */
final class SeriesFile implements Iterator<LongSeries>, AutoCloseable {

    private static final List<String> TIMES = List.of("t", "date", "month", "quarter", "week", "year");
    private static final int LONGEST_SERIES = 1_000_000;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final int idColumn;
    private final int timeColumn;
    private final int partColumn;
    private final int valueColumn;
    private final Set<String> seen = new HashSet<>();
    private CsvRecord ahead;

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_SERIES when columns are missing */
    SeriesFile(Reader text) {
        reader = CsvReader.builder().ofCsvRecord(text);
        records = reader.iterator();
        ahead = read();
        if (ahead == null) {
            throw INVALID_SERIES.because("the file is empty; its first line names the columns series_id, t and value");
        }
        List<String> header = ahead.getFields().stream()
                .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
                .toList();
        idColumn = column(header, "series_id");
        timeColumn = header.indexOf(
                TIMES.stream().filter(header::contains).findFirst().orElseThrow(() -> missing("t", header)));
        partColumn = header.indexOf("part");
        valueColumn = column(header, "value");
        ahead = read();
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_SERIES with the line at fault */
    @Override
    public LongSeries next() {
        if (ahead == null) {
            throw new NoSuchElementException();
        }
        SeriesRows rows = new SeriesRows(field(ahead, idColumn));
        refuseSecondPart(rows.id());
        int count = 0;
        while (ahead != null && field(ahead, idColumn).equals(rows.id())) {
            if (++count > LONGEST_SERIES) {
                throw INVALID_SERIES.because(
                        "line %d: series '%s' has more than %d values",
                        ahead.getStartingLineNumber(), rows.id(), LONGEST_SERIES);
            }
            rows.add(ahead.getStartingLineNumber(), field(ahead, timeColumn), isTest(ahead), value(ahead));
            ahead = read();
        }
        return rows.series();
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseSecondPart(String id) {
        if (id.isBlank()) {
            throw INVALID_SERIES.because("line %d: series_id is empty", ahead.getStartingLineNumber());
        }
        if (!seen.add(id)) {
            throw INVALID_SERIES.because(
                    "line %d: series '%s' goes on here after another one; sort the file by series_id",
                    ahead.getStartingLineNumber(), id);
        }
    }

    private boolean isTest(CsvRecord row) {
        if (partColumn < 0) {
            return false;
        }
        String part = field(row, partColumn);
        if (!part.equals("train") && !part.equals("test")) {
            throw INVALID_SERIES.because(
                    "line %d: part must be train or test, not '%s'", row.getStartingLineNumber(), part);
        }
        return part.equals("test");
    }

    private double value(CsvRecord row) {
        String text = field(row, valueColumn);
        if (text.isEmpty() || text.equals("NA") || text.equals("NaN")) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(text);
            if (Math.abs(value) <= 1e100) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range.
        }
        throw INVALID_SERIES.because(
                "line %d: value must be a number of at most 1e100 either way, or empty, not '%s'",
                row.getStartingLineNumber(), text);
    }

    private String field(CsvRecord row, int column) {
        if (column >= row.getFieldCount()) {
            throw INVALID_SERIES.because(
                    "line %d has %d fields, fewer than the header", row.getStartingLineNumber(), row.getFieldCount());
        }
        return row.getField(column).strip();
    }

    private CsvRecord read() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw INVALID_SERIES.because("the file cannot be read as CSV: %s", e.getMessage());
        }
    }

    private static int column(List<String> header, String name) {
        if (!header.contains(name)) {
            throw missing(name, header);
        }
        return header.indexOf(name);
    }

    private static RuntimeException missing(String name, List<String> header) {
        return INVALID_SERIES.because(
                "the column '%s' is missing; the first line names series_id, t and value, this one %s", name, header);
    }
}
