package io.binnacle.pipeline.core.metrics;

import io.binnacle.pipeline.api.metrics.Slip;
import io.binnacle.platform.api.time.PeriodCalendar;
import io.binnacle.platform.api.time.PeriodLevel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Adds up the moves of a close date. */
final class Slips {

    private Slips() {}

    /** @param closeDates one after the other; never empty */
    static Slip of(List<LocalDate> closeDates, PeriodCalendar calendar) {
        int pushes = 0;
        long slip = 0;
        for (int i = 1; i < closeDates.size(); i++) {
            LocalDate before = closeDates.get(i - 1);
            LocalDate after = closeDates.get(i);
            slip += Math.max(0, ChronoUnit.DAYS.between(before, after));
            pushes += after.isAfter(month(before, calendar)) ? 1 : 0;
        }
        long net = ChronoUnit.DAYS.between(closeDates.get(0), closeDates.get(closeDates.size() - 1));
        return new Slip(pushes, slip, net);
    }

    private static LocalDate month(LocalDate day, PeriodCalendar calendar) {
        return calendar.periodOf(PeriodLevel.PERIOD, day).end();
    }
}
