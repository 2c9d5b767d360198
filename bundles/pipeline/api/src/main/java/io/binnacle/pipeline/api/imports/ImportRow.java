package io.binnacle.pipeline.api.imports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A row of a file, read by the names that its format gives to the columns. A value that cannot be read is an
 * error of the row and comes back empty. For the thread that got it.
 */
@ProviderType
public interface ImportRow {

    /** What stands in a column, without blanks around it, at most 1,000 characters; empty when nothing does. */
    Optional<String> text(String column);

    /** What stands in a column that must not be empty; a name or an id, of at most 200 characters. */
    Optional<String> required(String column);

    /** A number, in the form that the file's numbers have. */
    Optional<BigDecimal> number(String column);

    /** A number that is not less than 0. */
    Optional<BigDecimal> amount(String column);

    /** A day between 1900 and 2199, in the form that the file's dates have. */
    Optional<LocalDate> date(String column);

    /** A moment; a day alone stands for its start. */
    Optional<Instant> time(String column);

    /** True or false. */
    Optional<Boolean> flag(String column);

    /** What a parser makes of a column; an error of this code and detail when it throws. */
    <T> Optional<T> parsed(String column, String code, String detail, Function<String, T> parser);

    /** The columns that the format does not read, by their headers, as far as something stands in them. */
    Map<String, String> others();

    /** The latest day, up to today, in any date column of the file; today when there is none. */
    LocalDate lastDay();

    /** Something is wrong, so that the row cannot come in. The value is what stands in the column. */
    void error(String column, String code, String detail);

    /** Something was put right or left out. */
    void warning(String column, String code, String detail);

    /** Whether nothing is wrong so far. */
    boolean isGood();
}
