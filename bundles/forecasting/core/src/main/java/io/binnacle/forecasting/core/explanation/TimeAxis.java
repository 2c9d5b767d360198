package io.binnacle.forecasting.core.explanation;

import io.binnacle.forecasting.core.runs.ForecastRun;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Optional;

/**
 * Where the periods of a run lie. A period is its number: months count from the year 0, those of a series without
 * dates from its first observation.
 *
 * @param start the period of the first observation
 * @param end the first period that is forecast
 * @param last the period behind the last one that is forecast
 */
record TimeAxis(boolean dated, long start, long end, long last) {

    static TimeAxis of(ForecastRun run) {
        int known = run.input().values().size();
        long end = run.firstPeriod()
                .map(month -> month.getLong(ChronoField.PROLEPTIC_MONTH))
                .orElse((long) known);
        return new TimeAxis(
                run.firstPeriod().isPresent(),
                end - known,
                end,
                end + run.input().horizon());
    }

    /** The month of a period, where it is known. */
    Optional<YearMonth> month(long period) {
        return dated ? Optional.of(YearMonth.of(0, 1).plusMonths(period)) : Optional.empty();
    }

    int index(long period) {
        return Math.toIntExact(period - start);
    }
}
