package io.binnacle.forecasting.core.batch;

import static io.binnacle.forecasting.api.ForecastError.INVALID_SERIES;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Locale;

/** Where the fields of a series stand in a row, and what they say. */
final class SeriesColumns {

    private static final List<String> TIMES = List.of("t", "date", "month", "quarter", "week", "year");

    private final int id;
    private final int time;
    private final int part;
    private final int value;
    private final List<Integer> labels;

    /** @throws io.binnacle.platform.api.error.PlatformException INVALID_SERIES when columns are missing */
    SeriesColumns(CsvRecord first, List<String> labelled) {
        List<String> header = first.getFields().stream()
                .map(name -> lower(name.replace("\uFEFF", "").strip()))
                .toList();
        id = column(header, "series_id");
        time = header.indexOf(
                TIMES.stream().filter(header::contains).findFirst().orElseThrow(() -> missing("t", header)));
        part = header.indexOf("part");
        value = column(header, "value");
        labels = labelled.stream().map(name -> column(header, lower(name))).toList();
    }

    String id(CsvRecord row) {
        return field(row, id);
    }

    String time(CsvRecord row) {
        return field(row, time);
    }

    /** What stands in the columns of labels, in the order in which they were asked for. */
    List<String> labels(CsvRecord row) {
        return labels.stream().map(column -> field(row, column)).toList();
    }

    boolean isTest(CsvRecord row) {
        if (part < 0) {
            return false;
        }
        String text = field(row, part);
        if (!text.equals("train") && !text.equals("test")) {
            throw INVALID_SERIES.because(
                    "line %d: part must be train or test, not '%s'", row.getStartingLineNumber(), text);
        }
        return text.equals("test");
    }

    /** Not a number where it is missing. */
    double value(CsvRecord row) {
        String text = field(row, value);
        if (text.isEmpty() || text.equals("NA") || text.equals("NaN")) {
            return Double.NaN;
        }
        try {
            double number = Double.parseDouble(text);
            if (Math.abs(number) <= 1e100) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range.
        }
        throw INVALID_SERIES.because(
                "line %d: value must be a number of at most 1e100 either way, or empty, not '%s'",
                row.getStartingLineNumber(), text);
    }

    private static String field(CsvRecord row, int column) {
        if (column >= row.getFieldCount()) {
            throw INVALID_SERIES.because(
                    "line %d has %d fields, fewer than the header", row.getStartingLineNumber(), row.getFieldCount());
        }
        return row.getField(column).strip();
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

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
