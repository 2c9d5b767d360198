package io.binnacle.platform.api.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * On which day a year of whole weeks ends, and so which years have a 53rd week.
 *
 * <p>These are the two rules that US tax law knows (26 USC 441(f)).
 */
public enum YearEnd {
    /** The last such weekday in the month. */
    LAST,
    /** The such weekday that is nearest to the end of the month, perhaps in the next one. */
    NEAREST;

    private static final int HALF_A_WEEK = 3;

    /** The last day of the year. */
    LocalDate in(LocalDate monthEnd, DayOfWeek day) {
        LocalDate last = monthEnd.with(TemporalAdjusters.previousOrSame(day));
        boolean nextIsNearer = last.until(monthEnd).getDays() > HALF_A_WEEK;
        return this == NEAREST && nextIsNearer ? last.plusWeeks(1) : last;
    }
}
