package io.binnacle.platform.api.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * Fiscal years that follow no rule and are listed one by one.
 *
 * @param years at least one, each beginning on the day after the one before has ended
 * @param zone where days begin and end
 */
public record ListedCalendar(List<FiscalYear> years, ZoneId zone) implements PeriodCalendar {

    /** @throws IllegalArgumentException when the years leave a gap or overlap */
    public ListedCalendar {
        Objects.requireNonNull(zone, "zone");
        years = List.copyOf(years);
        if (years.isEmpty()) {
            throw new IllegalArgumentException("a listed calendar needs at least one year");
        }
        for (int i = 1; i < years.size(); i++) {
            follow(years.get(i - 1), years.get(i));
        }
    }

    @Override
    public FiscalYear year(int year) {
        return years.stream()
                .filter(listed -> listed.year() == year)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this fiscal calendar lists no year " + year));
    }

    @Override
    public FiscalYear yearOf(LocalDate date) {
        return years.stream()
                .filter(listed -> listed.contains(date))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this fiscal calendar lists no year with " + date
                        + "; it goes from " + first() + " to " + last()));
    }

    @Override
    public boolean covers(LocalDate date) {
        return !date.isBefore(first()) && !date.isAfter(last());
    }

    private LocalDate first() {
        return years.get(0).start();
    }

    private LocalDate last() {
        return years.get(years.size() - 1).end();
    }

    private static void follow(FiscalYear before, FiscalYear year) {
        if (year.year() != before.year() + 1
                || !year.start().equals(before.end().plusDays(1))) {
            throw new IllegalArgumentException(
                    "fiscal year %d, which begins on %s, must be numbered %d and begin on %s, the day after the year before has ended"
                            .formatted(
                                    year.year(),
                                    year.start(),
                                    before.year() + 1,
                                    before.end().plusDays(1)));
        }
    }
}
