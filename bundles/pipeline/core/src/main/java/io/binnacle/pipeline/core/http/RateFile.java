package io.binnacle.pipeline.core.http;

import static io.binnacle.platform.api.error.PlatformError.INVALID_CONTENT;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.binnacle.pipeline.api.ExchangeRate;
import io.binnacle.pipeline.api.ExchangeRate.Kind;
import io.binnacle.platform.api.error.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Rates as CSV with the columns {@code from}, {@code to}, {@code date}, {@code rate} and {@code kind}. */
final class RateFile {

    /** The media type of such a file. */
    static final String MEDIA_TYPE = "text/csv";

    private final List<ExchangeRate> rates = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();

    private RateFile() {}

    /**
     * All rates, or none.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_CONTENT with each line at fault
     */
    static List<ExchangeRate> read(String text) {
        RateFile file = new RateFile();
        try {
            CsvReader.builder().ofNamedCsvRecord(text.replace("\uFEFF", "")).forEach(file::add);
        } catch (CsvParseException e) {
            throw INVALID_CONTENT.because("no rate was set: the file is no CSV: %s", e.getMessage());
        }
        if (!file.errors.isEmpty()) {
            throw INVALID_CONTENT
                    .because("no rate was set: %s", file.errors.get(0).detail())
                    .at(file.errors);
        }
        return file.rates;
    }

    private void add(NamedCsvRecord row) {
        try {
            rates.add(new ExchangeRate(
                    value(row, "from", "an ISO 4217 code such as EUR", RateFile::currency),
                    value(row, "to", "an ISO 4217 code such as USD", RateFile::currency),
                    value(row, "date", "a date like 2026-11-02", LocalDate::parse),
                    value(row, "rate", "a number with a decimal point such as 1.0825", BigDecimal::new),
                    value(row, "kind", "PLAN or SPOT", kind -> Kind.valueOf(kind.toUpperCase(Locale.ROOT)))));
        } catch (IllegalArgumentException e) {
            long line = row.getStartingLineNumber();
            errors.add(new FieldError("/lines/" + line, "WRONG_FORM", "line " + line + ": " + e.getMessage()));
        }
    }

    private static String currency(String code) {
        return java.util.Currency.getInstance(code).getCurrencyCode();
    }

    private static <T> T value(NamedCsvRecord row, String column, String form, Function<String, T> read) {
        Optional<String> text = row.findField(column).map(String::strip);
        try {
            return text.map(read).orElseThrow(() -> new IllegalArgumentException(column));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    column + " must be " + form
                            + text.map(found -> ", not '" + found + "'").orElse(" and is missing"),
                    e);
        }
    }
}
