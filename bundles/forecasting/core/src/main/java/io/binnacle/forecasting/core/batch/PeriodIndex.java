package io.binnacle.forecasting.core.batch;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * Which period each observation belongs to, counted so that neighbours differ by one.
 *
 * @param numbers of the periods, in the order of the observations
 * @param seasonLength what the way they are written says of the season: 12 for months, 4 for quarters, 7 for
 *     days; 0 when it says nothing
 */
record PeriodIndex(long[] numbers, int seasonLength) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?[Qq]([1-4])");
    private static final int LONGEST_MONTH = 31;
    private static final int LONGEST_QUARTER = 92;

    /**
     * @param texts numbers, or dates such as 2026-11, 2026-Q4 or 2026-11-30, all of one form
     * @throws IllegalArgumentException with what cannot be read
     */
    static PeriodIndex of(String[] texts) {
        String first = texts[0];
        if (NUMBER.matcher(first).matches()) {
            return new PeriodIndex(each(texts, "a whole number", Long::parseLong), 0);
        }
        if (MONTH.matcher(first).matches()) {
            return new PeriodIndex(each(texts, "a month like 2026-11", PeriodIndex::month), 12);
        }
        if (QUARTER.matcher(first).matches()) {
            return new PeriodIndex(each(texts, "a quarter like 2026-Q4", PeriodIndex::quarter), 4);
        }
        return ofDays(each(texts, "a number or a date like 2026-11, 2026-Q4 or 2026-11-30", PeriodIndex::day));
    }

    private static PeriodIndex ofDays(long[] days) {
        long[] sorted = days.clone();
        Arrays.sort(sorted);
        long step = Long.MAX_VALUE;
        for (int i = 1; i < sorted.length; i++) {
            step = Math.min(step, sorted[i] - sorted[i - 1]);
        }
        if (step < 7) {
            return new PeriodIndex(days, 7);
        }
        if (step < 28) {
            return new PeriodIndex(Arrays.stream(days).map(day -> day / 7).toArray(), 52);
        }
        ToLongFunction<LocalDate> period = period(step);
        long[] numbers = Arrays.stream(days)
                .map(day -> period.applyAsLong(LocalDate.ofEpochDay(day)))
                .toArray();
        return new PeriodIndex(numbers, step <= LONGEST_MONTH ? 12 : step <= LONGEST_QUARTER ? 4 : 1);
    }

    private static ToLongFunction<LocalDate> period(long step) {
        if (step <= LONGEST_MONTH) {
            return date -> ChronoUnit.MONTHS.between(LocalDate.EPOCH, date.withDayOfMonth(1));
        }
        if (step <= LONGEST_QUARTER) {
            return date -> ChronoUnit.MONTHS.between(LocalDate.EPOCH, date.withDayOfMonth(1)) / 3;
        }
        return LocalDate::getYear;
    }

    private static long[] each(String[] texts, String expected, ToLongFunction<String> number) {
        long[] numbers = new long[texts.length];
        for (int i = 0; i < texts.length; i++) {
            try {
                numbers[i] = number.applyAsLong(texts[i]);
            } catch (NumberFormatException | DateTimeParseException e) {
                throw new IllegalArgumentException("'" + texts[i] + "' is not " + expected, e);
            }
        }
        return numbers;
    }

    private static long month(String text) {
        LocalDate first = LocalDate.parse(text + "-01");
        return first.getYear() * 12L + first.getMonthValue() - 1;
    }

    private static long quarter(String text) {
        var match = QUARTER.matcher(text);
        if (!match.matches()) {
            throw new NumberFormatException();
        }
        return Long.parseLong(match.group(1)) * 4 + Long.parseLong(match.group(2)) - 1;
    }

    private static long day(String text) {
        return LocalDate.parse(text.substring(0, Math.min(10, text.length()))).toEpochDay();
    }
}
