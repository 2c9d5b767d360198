package io.binnacle.pipeline.api;

import io.binnacle.platform.api.time.FiscalPeriod;
import io.binnacle.platform.api.time.FiscalQuarter;
import java.time.LocalDate;

/**
 * A span of close dates, both ends included.
 *
 * @param name such as {@code 2026-Q4}
 */
public record ClosingPeriod(String name, LocalDate first, LocalDate last) {

    /** @throws IllegalArgumentException when it ends before it begins */
    public ClosingPeriod {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the period " + name + " ends before it begins");
        }
    }

    /** A fiscal quarter. */
    public static ClosingPeriod of(FiscalQuarter quarter) {
        return new ClosingPeriod(quarter.name(), quarter.start(), quarter.end());
    }

    /** A fiscal period of any level. */
    public static ClosingPeriod of(FiscalPeriod period) {
        return new ClosingPeriod(period.name(), period.start(), period.end());
    }

    /** Whether {@code date} lies in it. */
    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
