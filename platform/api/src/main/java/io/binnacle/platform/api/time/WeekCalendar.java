package io.binnacle.platform.api.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Fiscal years of 52 whole weeks, or 53 so that they stay with the seasons. The 53rd week belongs to the last
 * period, as in the calendar of the National Retail Federation.
 *
 * @param pattern the weeks of a quarter's periods
 * @param firstMonth the month in which the year nominally begins; it ends near the end of the month before
 * @param lastDay the weekday on which years end
 * @param yearEnd which such weekday; that settles which years have 53 weeks
 * @param yearName how years are numbered
 * @param zone where days begin and end
 */
public record WeekCalendar(
        WeekPattern pattern, Month firstMonth, DayOfWeek lastDay, YearEnd yearEnd, YearName yearName, ZoneId zone)
        implements PeriodCalendar {

    private static final int QUARTERS = 4;

    public WeekCalendar {
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(firstMonth, "firstMonth");
        Objects.requireNonNull(lastDay, "lastDay");
        Objects.requireNonNull(yearEnd, "yearEnd");
        Objects.requireNonNull(yearName, "yearName");
        Objects.requireNonNull(zone, "zone");
    }

    @Override
    public FiscalYear year(int year) {
        LocalDate first = endOf(year - 1).plusDays(1);
        List<List<LocalDate>> quarters = new ArrayList<>(QUARTERS);
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            quarters.add(firstDays(first.plusWeeks(13L * quarter)));
        }
        return new FiscalYear(year, quarters, endOf(year));
    }

    @Override
    public FiscalYear yearOf(LocalDate date) {
        return IntStream.rangeClosed(date.getYear() - 1, date.getYear() + 1)
                .mapToObj(this::year)
                .filter(year -> year.contains(date))
                .findFirst()
                .orElseThrow();
    }

    private LocalDate endOf(int year) {
        boolean endsLater = firstMonth == Month.JANUARY || yearName == YearName.BY_START;
        LocalDate monthEnd =
                YearMonth.of(endsLater ? year + 1 : year, firstMonth).atDay(1).minusDays(1);
        return yearEnd.in(monthEnd, lastDay);
    }

    private List<LocalDate> firstDays(LocalDate first) {
        List<Integer> weeks = pattern.weeks();
        LocalDate second = first.plusWeeks(weeks.get(0));
        return List.of(first, second, second.plusWeeks(weeks.get(1)));
    }
}
