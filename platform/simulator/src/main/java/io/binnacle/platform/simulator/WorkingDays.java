package io.binnacle.platform.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** When people work: Monday to Friday, in office hours. */
final class WorkingDays {

    private WorkingDays() {}

    /** {@code date}, or the Friday before it. */
    static LocalDate onOrBefore(LocalDate date) {
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return date.minusDays(1);
        }
        return date.getDayOfWeek() == DayOfWeek.SUNDAY ? date.minusDays(2) : date;
    }

    /** A moment in office hours of {@code date}, to the minute. */
    static Instant moment(LocalDate date, Dice dice) {
        return date.atTime(dice.between(7, 16), dice.between(0, 59)).toInstant(ZoneOffset.UTC);
    }
}
