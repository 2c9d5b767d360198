package io.binnacle.platform.simulator;

import java.time.LocalDate;
import java.time.YearMonth;

/** Calendar quarters. */
final class Quarters {

    private Quarters() {}

    static YearMonth firstMonth(LocalDate date) {
        return YearMonth.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1);
    }

    static LocalDate lastDay(LocalDate date) {
        return firstMonth(date).plusMonths(2).atEndOfMonth();
    }
}
