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
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A CSV file in long form, one observation a row: {@code series_id}, {@code t}, {@code value} and perhaps
 * {@code part} ({@code train} or {@code test}); other columns are passed over. The rows of a series stand
 * together; only one series is in memory at a time.
 */
public final class SeriesFile implements Iterator<LongSeries>, AutoCloseable {

    private static final int LONGEST_SERIES = 1_000_000;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final SeriesColumns columns;
    private final Set<String> seen = new HashSet<>();
    private CsvRecord ahead;

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_SERIES when columns are missing */
    SeriesFile(Reader text) {
        this(text, List.of());
    }

    /** @param labels columns that say the same in every row of a series */
    public SeriesFile(Reader text, List<String> labels) {
        reader = CsvReader.builder().ofCsvRecord(text);
        records = reader.iterator();
        ahead = read();
        if (ahead == null) {
            throw INVALID_SERIES.because("the file is empty; its first line names the columns series_id, t and value");
        }
        columns = new SeriesColumns(ahead, labels);
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
        SeriesRows rows = new SeriesRows(columns.id(ahead), columns.labels(ahead));
        refuseSecondPart(rows.id());
        int count = 0;
        while (ahead != null && columns.id(ahead).equals(rows.id())) {
            if (++count > LONGEST_SERIES) {
                throw INVALID_SERIES.because(
                        "line %d: series '%s' has more than %d values",
                        ahead.getStartingLineNumber(), rows.id(), LONGEST_SERIES);
            }
            rows.sameLabels(ahead.getStartingLineNumber(), columns.labels(ahead));
            rows.add(ahead.getStartingLineNumber(), columns.time(ahead), columns.isTest(ahead), columns.value(ahead));
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

    private CsvRecord read() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            throw INVALID_SERIES.because("the file cannot be read as CSV: %s", e.getMessage());
        }
    }
}
