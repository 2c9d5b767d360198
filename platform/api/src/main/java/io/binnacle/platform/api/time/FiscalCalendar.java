package io.binnacle.platform.api.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A fiscal year of twelve calendar months that starts in any month, in a declared zone.
 *
 * <p>A fiscal year is named by the calendar year in which it ends, as most companies do: with a start in
 * July, July 2026 is the first month of fiscal year 2027.
 *
 * @param firstMonth the first month of the fiscal year
 * @param zone where days begin and end
 */
public record FiscalCalendar(Month firstMonth, ZoneId zone) implements PeriodCalendar {

    private static final int QUARTERS = 4;
    private static final int MONTHS_OF_QUARTER = 3;

    public FiscalCalendar {
        Objects.requireNonNull(firstMonth, "firstMonth");
        Objects.requireNonNull(zone, "zone");
    }

    @Override
    public FiscalYear year(int year) {
        YearMonth first = firstMonth(year);
        return new FiscalYear(
                year,
                IntStream.range(0, QUARTERS)
                        .mapToObj(quarter -> firstDays(first.plusMonths((long) MONTHS_OF_QUARTER * quarter)))
                        .toList(),
                first.plusMonths(11).atEndOfMonth());
    }

    @Override
    public FiscalYear yearOf(LocalDate date) {
        return year(quarterOf(date).year());
    }

    @Override
    public FiscalQuarter quarterOf(LocalDate date) {
        int monthOfYear = Math.floorMod(date.getMonthValue() - firstMonth.getValue(), 12);
        YearMonth first = YearMonth.from(date).minusMonths(monthOfYear);
        int year = firstMonth == Month.JANUARY ? first.getYear() : first.getYear() + 1;
        return quarter(year, monthOfYear / 3 + 1);
    }

    @Override
    public FiscalQuarter quarterOf(Instant instant) {
        return PeriodCalendar.super.quarterOf(instant);
    }

    /**
     * One quarter of a fiscal year.
     *
     * @param quarter from 1 to 4
     */
    public FiscalQuarter quarter(int year, int quarter) {
        YearMonth first = firstMonth(year).plusMonths((long) MONTHS_OF_QUARTER * (quarter - 1));
        return new FiscalQuarter(
                year, quarter, first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    @Override
    public Instant endOf(LocalDate date) {
        return PeriodCalendar.super.endOf(date);
    }

    private YearMonth firstMonth(int year) {
        return YearMonth.of(firstMonth == Month.JANUARY ? year : year - 1, firstMonth);
    }

    private static List<LocalDate> firstDays(YearMonth first) {
        return IntStream.range(0, MONTHS_OF_QUARTER)
                .mapToObj(month -> first.plusMonths(month).atDay(1))
                .toList();
    }
}
