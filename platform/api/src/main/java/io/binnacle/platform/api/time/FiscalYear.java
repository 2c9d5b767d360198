package io.binnacle.platform.api.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One fiscal year and how it is cut.
 *
 * @param year its number, from 1 to 9999
 * @param quarters for each quarter the first days of its periods; four in a regular year, fewer in a short one
 * @param end its last day
 */
public record FiscalYear(int year, List<List<LocalDate>> quarters, LocalDate end) {

    private static final int MOST_QUARTERS = 4;
    private static final int MOST_DAYS = 400;

    /** @throws IllegalArgumentException when the days do not follow each other */
    public FiscalYear {
        quarters = quarters.stream().map(List::copyOf).toList();
        require(year >= 1 && year <= 9999, "a fiscal year is numbered from 1 to 9999, not " + year);
        require(
                !quarters.isEmpty() && quarters.size() <= MOST_QUARTERS,
                "fiscal year " + year + " must have one to four quarters, not " + quarters.size());
        quarters.forEach(
                quarter -> require(!quarter.isEmpty(), "fiscal year " + year + " has a quarter without a period"));
        List<LocalDate> days =
                new ArrayList<>(quarters.stream().flatMap(List::stream).toList());
        days.add(end.plusDays(1));
        for (int i = 1; i < days.size(); i++) {
            require(
                    days.get(i - 1).isBefore(days.get(i)),
                    "fiscal year " + year + ": " + days.get(i) + " cannot follow " + days.get(i - 1));
        }
        require(
                days.get(0).plusDays(MOST_DAYS).isAfter(end),
                "fiscal year " + year + " is longer than " + MOST_DAYS + " days");
    }

    /** Its first day. */
    public LocalDate start() {
        return quarters.get(0).get(0);
    }

    /** Whether {@code date} lies in this year. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start()) && !date.isAfter(end);
    }

    /** Its periods of one level, which cover it from its first day to its last. */
    public List<FiscalPeriod> periods(PeriodLevel level) {
        List<LocalDate> firstDays = firstDays(level);
        List<FiscalPeriod> periods = new ArrayList<>(firstDays.size());
        for (int i = 0; i < firstDays.size(); i++) {
            LocalDate last = i + 1 < firstDays.size() ? firstDays.get(i + 1).minusDays(1) : end;
            periods.add(new FiscalPeriod(level, year, i + 1, firstDays.get(i), last));
        }
        return periods;
    }

    private List<LocalDate> firstDays(PeriodLevel level) {
        return switch (level) {
            case YEAR -> List.of(start());
            case HALF -> every(2, firstDays(PeriodLevel.QUARTER));
            case QUARTER -> quarters.stream().map(quarter -> quarter.get(0)).toList();
            case PERIOD -> quarters.stream().flatMap(List::stream).toList();
            case WEEK ->
                Stream.iterate(start(), day -> !day.isAfter(end), day -> day.plusWeeks(1))
                        .toList();
        };
    }

    private static <T> List<T> every(int step, List<T> items) {
        return Stream.iterate(0, i -> i < items.size(), i -> i + step)
                .map(items::get)
                .toList();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
