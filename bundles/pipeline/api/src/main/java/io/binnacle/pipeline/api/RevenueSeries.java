package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import java.time.YearMonth;
import java.util.List;

/**
 * Won revenue month by month without a gap: a month without a won deal counts as zero.
 *
 * @param key the id of the region, manager, owner or account; {@code all} or {@code none}
 * @param name for a person
 * @param currency of every month
 * @param start the first month
 * @param months the won amount of each month, up to the last month in which any series has a win
 */
public record RevenueSeries(String key, String name, String currency, YearMonth start, List<Money> months) {

    public RevenueSeries {
        months = List.copyOf(months);
    }
}
