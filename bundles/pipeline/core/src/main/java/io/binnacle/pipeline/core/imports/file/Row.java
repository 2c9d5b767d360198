package io.binnacle.pipeline.core.imports.file;

import io.binnacle.pipeline.api.imports.ImportRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** A row of a file, read column by column; what is wrong with it gathers in it. */
public final class Row implements ImportRow {

    /** The most characters of a name. */
    public static final int LONGEST = 200;

    private static final int LONGEST_TEXT = 1_000;
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final SurveyedFile file;
    private final long line;
    private final List<String> fields;
    // A column may be read more than once; what is wrong with it is said once.
    private final Set<RowProblem> errors = new LinkedHashSet<>(0);
    private final Set<RowProblem> warnings = new LinkedHashSet<>(0);

    Row(SurveyedFile file, CsvFile.Line line) {
        this.file = file;
        this.line = line.number();
        this.fields = line.fields();
        int width = file.layout().names().size();
        if (fields.size() != width) {
            errors.add(new RowProblem(
                    this.line,
                    "",
                    "WRONG_COLUMN_COUNT",
                    shortened(String.join(" | ", fields)),
                    "the row has " + fields.size() + " fields, the header " + width
                            + "; put a field that holds the delimiter in quotes"));
        }
    }

    /** Where it stands, for a person. */
    public String place() {
        return "line " + line + " of " + file.file().name();
    }

    public long line() {
        return line;
    }

    public Set<RowProblem> errors() {
        return errors;
    }

    public Set<RowProblem> warnings() {
        return warnings;
    }

    @Override
    public Optional<String> text(String column) {
        String text = cell(column);
        limit(column, text, LONGEST_TEXT);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    @Override
    public Optional<String> required(String column) {
        Optional<String> text = text(column);
        if (text.isEmpty()) {
            error(column, "MISSING_VALUE", file.layout().header(column) + " must not be empty");
        }
        limit(column, text.orElse(""), LONGEST);
        return text;
    }

    @Override
    public Optional<BigDecimal> number(String column) {
        return found(
                column,
                "NOT_A_NUMBER",
                () -> "write a number with a decimal " + file.numbers().label() + ", such as "
                        + (file.numbers() == NumberStyle.POINT ? "1234.56" : "1234,56"),
                file.numbers()::parse);
    }

    @Override
    public Optional<BigDecimal> amount(String column) {
        Optional<BigDecimal> amount = number(column);
        if (amount.filter(value -> value.signum() < 0).isPresent()) {
            error(column, "NEGATIVE_AMOUNT", "an amount must not be less than 0");
        }
        return amount;
    }

    @Override
    public Optional<LocalDate> date(String column) {
        return found(column, "IMPOSSIBLE_DATE", () -> "there is no such date; " + dateAdvice(), file.moments()::date);
    }

    @Override
    public Optional<Instant> time(String column) {
        return found(column, "IMPOSSIBLE_DATE", () -> "there is no such time; " + dateAdvice(), file.moments()::time);
    }

    @Override
    public Optional<Boolean> flag(String column) {
        return found(column, "NOT_A_BOOLEAN", () -> "write true or false", Row::flagOf);
    }

    @Override
    public <T> Optional<T> parsed(String column, String code, String detail, Function<String, T> parser) {
        return found(column, code, () -> detail, text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Map<String, String> others() {
        Map<String, String> others = new LinkedHashMap<>();
        file.layout().others().forEach((header, place) -> {
            String text = at(place);
            if (!text.isEmpty()) {
                others.put(header, shortened(text));
            }
        });
        return others;
    }

    @Override
    public LocalDate lastDay() {
        return file.survey().lastDay();
    }

    @Override
    public void error(String column, String code, String detail) {
        errors.add(problem(column, code, detail));
    }

    @Override
    public void warning(String column, String code, String detail) {
        warnings.add(problem(column, code, detail));
    }

    @Override
    public boolean isGood() {
        return errors.isEmpty();
    }

    private <T> Optional<T> found(
            String column, String code, Supplier<String> detail, Function<String, Optional<T>> parser) {
        Optional<String> text = text(column);
        Optional<T> value = text.flatMap(parser);
        if (text.isPresent() && value.isEmpty()) {
            error(column, code, detail.get());
        }
        return value;
    }

    private void limit(String column, String text, int most) {
        if (text.length() > most) {
            error(column, "TOO_LONG", file.layout().header(column) + " may have at most " + most + " characters");
        }
    }

    private String dateAdvice() {
        return "write it like " + file.dates().pattern();
    }

    private RowProblem problem(String column, String code, String detail) {
        return new RowProblem(line, file.layout().header(column), code, shortened(cell(column)), detail);
    }

    private String cell(String column) {
        Integer place = file.layout().places().get(column);
        return place == null ? "" : at(place);
    }

    private String at(int place) {
        return place < fields.size() ? unguarded(fields.get(place).strip()) : "";
    }

    // Exports, ours among them, put an apostrophe before what a spreadsheet would take for a formula.
    private static String unguarded(String text) {
        boolean guarded = text.length() > 1 && text.charAt(0) == '\'' && FORMULA_STARTS.indexOf(text.charAt(1)) >= 0;
        return guarded ? text.substring(1).strip() : text;
    }

    private static Optional<Boolean> flagOf(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> Optional.of(true);
            case "false", "0", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
