package io.binnacle.platform.simulator;

import io.binnacle.platform.simulator.DealState.Stage;
import io.binnacle.platform.simulator.DealState.Status;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;

/**
 * The fate of a deal, which its people do not know.
 *
 * @param reached the last stage before it closes
 */
record Course(LocalDate begun, LocalDate decided, Status outcome, Stage reached) {

    private static final double TYPICAL_DAYS = 125;

    /** Deals hurry to the end of the quarter, and those of the first weeks of a year to the end of the old one. */
    static Course from(LocalDate begun, double winRate, Dice dice) {
        Status outcome = dice.chance(winRate) ? Status.WON : dice.chance(0.88) ? Status.LOST : Status.CANCELLED;
        double patience = outcome == Status.WON ? 1 : dice.between(0.6, 1.3);
        long days = Math.round(Math.max(25, Math.min(400, dice.logNormal(TYPICAL_DAYS, 0.4) * patience)));
        LocalDate decided = hurried(begun.plusDays(days), begun, dice);
        Stage reached = outcome == Status.WON ? Stage.NEGOTIATE : Stage.values()[dice.weighted(0.25, 0.30, 0.28, 0.17)];
        return new Course(begun, decided, outcome, reached);
    }

    /** The day on which this share of the deal's life is over. */
    LocalDate after(double share) {
        return begun.plusDays(Math.round(share * ChronoUnit.DAYS.between(begun, decided)));
    }

    private static LocalDate hurried(LocalDate day, LocalDate begun, Dice dice) {
        LocalDate yearEnd = LocalDate.of(day.getYear() - 1, Month.DECEMBER, 30 - dice.between(0, 14));
        boolean early = day.isBefore(yearEnd.plusDays(100)) && dice.chance(0.65);
        if (early && yearEnd.isAfter(begun.plusDays(20))) {
            return WorkingDays.onOrBefore(yearEnd);
        }
        boolean hurries = dice.chance(day.getMonthValue() > 9 ? 0.8 : 0.25);
        LocalDate lastWeeks = Quarters.lastDay(day).minusDays(dice.between(0, 16));
        return WorkingDays.onOrBefore(hurries && lastWeeks.isAfter(day) ? lastWeeks : day);
    }
}
