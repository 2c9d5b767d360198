package io.binnacle.pipeline.core.imports.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The order of year, month and day in a date, and what stands between them. */
public enum DateStyle {
    ISO("yyyy-MM-dd", '-', 0, 1, 2),
    DAY_MONTH_YEAR_POINTS("dd.MM.yyyy", '.', 2, 1, 0),
    MONTH_DAY_YEAR("M/d/yyyy", '/', 2, 0, 1),
    DAY_MONTH_YEAR("d/M/yyyy", '/', 2, 1, 0),
    YEAR_MONTH_DAY("yyyy/M/d", '/', 0, 1, 2),
    DAY_MONTH_YEAR_DASHES("dd-MM-yyyy", '-', 2, 1, 0);

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final String pattern;
    private final char separator;
    private final int year;
    private final int month;
    private final int day;

    DateStyle(String pattern, char separator, int year, int month, int day) {
        this.pattern = pattern;
        this.separator = separator;
        this.year = year;
        this.month = month;
        this.day = day;
    }

    /** How a person writes it, such as {@code dd.MM.yyyy}. */
    public String pattern() {
        return pattern;
    }

    /** The style of a pattern. */
    public static Optional<DateStyle> of(String pattern) {
        return Arrays.stream(values())
                .filter(style -> style.pattern.equals(pattern))
                .findFirst();
    }

    /** The patterns there are, for a person. */
    public static String patterns() {
        return Arrays.stream(values()).map(DateStyle::pattern).collect(Collectors.joining(", "));
    }

    /** A day of a business's calendar; empty when the text is none in this style. */
    Optional<LocalDate> parse(String text) {
        int first = text.indexOf(separator);
        int second = text.indexOf(separator, first + 1);
        if (first < 1 || second < first + 2) {
            return Optional.empty();
        }
        int[] parts = {number(text, 0, first), number(text, first + 1, second), number(text, second + 1, text.length())
        };
        return date(parts[year], parts[month], parts[day]);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        if (year < 1000 || month < 1 || day < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day))
                    .filter(date -> !date.isBefore(EARLIEST) && !date.isAfter(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || to - from > 4) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return to > from ? number : -1;
    }
}
