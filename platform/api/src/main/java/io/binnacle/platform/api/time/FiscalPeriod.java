package io.binnacle.platform.api.time;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A part of a fiscal year, both ends included. Make one with a {@link PeriodCalendar}.
 *
 * @param year the fiscal year
 * @param number from 1 within the year and the level; 1 for a year
 */
public record FiscalPeriod(PeriodLevel level, int year, int number, LocalDate start, LocalDate end)
        implements Comparable<FiscalPeriod> {

    public FiscalPeriod {
        Objects.requireNonNull(level, "level");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a period ends on or after its first day, not " + start + " to " + end);
        }
    }

    /** The name, such as {@code 2026}, {@code 2026-H1}, {@code 2026-Q4}, {@code 2026-P10} or {@code 2026-W40}. */
    public String name() {
        return level == PeriodLevel.YEAR ? String.valueOf(year) : year + "-" + level.letter() + number;
    }

    /** Whether {@code date} lies in this period. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && !date.isAfter(end);
    }

    @Override
    public int compareTo(FiscalPeriod other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : level.compareTo(other.level);
    }
}
