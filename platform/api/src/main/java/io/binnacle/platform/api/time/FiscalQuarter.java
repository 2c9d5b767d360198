package io.binnacle.platform.api.time;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of a fiscal year, both ends included. Make one with a {@link PeriodCalendar}.
 *
 * @param year the fiscal year
 * @param quarter from 1 to 4
 */
public record FiscalQuarter(int year, int quarter, LocalDate start, LocalDate end)
        implements Comparable<FiscalQuarter> {

    private static final Pattern NAME = Pattern.compile("(\\d{4})-Q([1-4])");

    public FiscalQuarter {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("a fiscal quarter is 1 to 4, not " + quarter);
        }
    }

    /** A quarter that a calendar gives as a period. */
    public static FiscalQuarter of(FiscalPeriod period) {
        return new FiscalQuarter(period.year(), period.number(), period.start(), period.end());
    }

    /**
     * The quarter that {@code name} names in {@code calendar}.
     *
     * @param name such as {@code 2026-Q4}
     * @throws IllegalArgumentException when the name has another form
     */
    public static FiscalQuarter parse(String name, FiscalCalendar calendar) {
        Matcher match = NAME.matcher(name);
        if (!match.matches()) {
            throw new IllegalArgumentException("a fiscal quarter is written like 2026-Q4, not '" + name + "'");
        }
        return calendar.quarter(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
    }

    /** This quarter among the periods of a calendar. */
    public FiscalPeriod period() {
        return new FiscalPeriod(PeriodLevel.QUARTER, year, quarter, start, end);
    }

    /** The name, such as {@code 2026-Q4}. */
    public String name() {
        return year + "-Q" + quarter;
    }

    /** Whether {@code date} lies in this quarter. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && !date.isAfter(end);
    }

    @Override
    public int compareTo(FiscalQuarter other) {
        return start.compareTo(other.start);
    }
}
