package io.binnacle.platform.api.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A fiscal year of twelve calendar months that starts in any month, in a declared zone.
 *
 * <p>A fiscal year is named by the calendar year in which it ends, as most companies do: with a start in
 * July, July 2026 is the first month of fiscal year 2027.
 *
 * @param firstMonth the first month of the fiscal year
 * @param zone where days begin and end
 */
public record FiscalCalendar(Month firstMonth, ZoneId zone) {

    /** The fiscal quarter that contains {@code date}. */
    public FiscalQuarter quarterOf(LocalDate date) {
        int monthOfYear = Math.floorMod(date.getMonthValue() - firstMonth.getValue(), 12);
        YearMonth first = YearMonth.from(date).minusMonths(monthOfYear);
        int year = firstMonth == Month.JANUARY ? first.getYear() : first.getYear() + 1;
        return quarter(year, monthOfYear / 3 + 1);
    }

    /** The fiscal quarter that contains {@code instant} in this calendar's zone. */
    public FiscalQuarter quarterOf(Instant instant) {
        return quarterOf(LocalDate.ofInstant(instant, zone));
    }

    /**
     * One quarter of a fiscal year.
     *
     * @param quarter from 1 to 4
     */
    public FiscalQuarter quarter(int year, int quarter) {
        int startYear = firstMonth == Month.JANUARY ? year : year - 1;
        YearMonth first = YearMonth.of(startYear, firstMonth).plusMonths(3L * (quarter - 1));
        return new FiscalQuarter(
                year, quarter, first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    /** The last instant of {@code date} in this calendar's zone, to the microsecond that storage keeps. */
    public Instant endOf(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1000);
    }
}
