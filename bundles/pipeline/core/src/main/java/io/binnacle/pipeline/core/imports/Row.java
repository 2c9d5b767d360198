package io.binnacle.pipeline.core.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A row of a file, read column by column; what is wrong with it gathers in it. */
final class Row {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /** The most characters of a text. */
    static final int LONGEST = 200;

    private final String file;
    private final long line;
    private final List<String> fields;
    private final Map<String, Integer> columns;
    // A column may be read more than once; what is wrong with it is said once.
    private final Set<RowProblem> errors = new LinkedHashSet<>();
    private final Set<RowProblem> warnings = new LinkedHashSet<>();

    Row(CsvFile.Line line, CsvFile file) {
        this.file = file.name();
        this.line = line.number();
        this.fields = line.fields();
        this.columns = file.columns();
        if (fields.size() != columns.size()) {
            error(
                    "",
                    "WRONG_COLUMN_COUNT",
                    String.join(" | ", fields),
                    "the row has " + fields.size() + " fields, the header " + columns.size()
                            + "; put a field that holds the delimiter in quotes");
        }
    }

    /** Where it stands, for a person. */
    String place() {
        return "line " + line + " of " + file;
    }

    Set<RowProblem> errors() {
        return errors;
    }

    Set<RowProblem> warnings() {
        return warnings;
    }

    /** What stands in a column; empty when nothing does. */
    Optional<String> text(String column) {
        Integer index = columns.get(column.toLowerCase(Locale.ROOT));
        String text =
                index == null || index >= fields.size() ? "" : fields.get(index).strip();
        if (text.length() > LONGEST) {
            error(column, "TOO_LONG", text, column + " may have at most " + LONGEST + " characters");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** What stands in a column that must not be empty. */
    Optional<String> required(String column) {
        return needed(column, text(column));
    }

    /** A date like 2017-03-01. */
    Optional<LocalDate> date(String column) {
        return parsed(column, "IMPOSSIBLE_DATE", "there is no such date; write it like 2017-03-01", Row::plausible);
    }

    /** A date that must be there. */
    Optional<LocalDate> requiredDate(String column) {
        required(column);
        return date(column);
    }

    /** An amount, written with digits and a point alone. */
    Optional<BigDecimal> amount(String column) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(text.get()).matches()) {
            error(column, "NOT_A_NUMBER", text.get(), Amounts.advice(text.get()));
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(text.get());
        if (amount.signum() < 0) {
            error(column, "NEGATIVE_AMOUNT", text.get(), "an amount must not be less than 0");
        }
        return Optional.of(amount);
    }

    /** {@code true} or {@code false}. */
    boolean flag(String column) {
        return parsed(column, "NOT_A_BOOLEAN", "write true or false", Row::strictBoolean)
                .orElse(false);
    }

    /** What a parser makes of a column; an error when it refuses. */
    <T> Optional<T> parsed(String column, String code, String detail, Function<String, T> parser) {
        Optional<String> text = text(column);
        try {
            return text.map(parser);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            error(column, code, text.orElseThrow(), detail);
            return Optional.empty();
        }
    }

    void error(String column, String code, String value, String detail) {
        errors.add(new RowProblem(line, column, code, shortened(value), detail));
    }

    void warning(String column, String code, String value, String detail) {
        warnings.add(new RowProblem(line, column, code, shortened(value), detail));
    }

    /** Whether nothing is wrong so far. */
    boolean isGood() {
        return errors.isEmpty();
    }

    /** A day in the calendar of a business. */
    static LocalDate plausible(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new IllegalArgumentException(text);
        }
        return day;
    }

    private <T> Optional<T> needed(String column, Optional<T> value) {
        if (value.isEmpty()) {
            error(column, "MISSING_VALUE", "", column + " must not be empty");
        }
        return value;
    }

    private static Boolean strictBoolean(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
