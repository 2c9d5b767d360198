package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import java.time.YearMonth;
import java.util.List;

/**
 * Won revenue month by month without a gap: a month without a won deal counts as zero.
 *
 * @param key the region's or account's id, or {@code all}
 * @param name for a person
 * @param currency of every month
 * @param start the first month
 * @param months the won amount of each month; the last one is the latest month that has ended
 */
public record RevenueSeries(String key, String name, String currency, YearMonth start, List<Money> months) {

    public RevenueSeries {
        months = List.copyOf(months);
    }
}
