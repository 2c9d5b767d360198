package io.binnacle.forecasting.core.explanation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A value or a mean as a sum: trend, season and remainder add up to it to the last digit.
 *
 * @param at periods since the first observation
 * @param period the month, where it is known
 */
public record Split(
        int at,
        Optional<YearMonth> period,
        BigDecimal value,
        BigDecimal trend,
        BigDecimal season,
        BigDecimal remainder) {

    static Split of(int at, Optional<YearMonth> period, double value, double trend, double season, int places) {
        BigDecimal whole = Decimals.of(value);
        BigDecimal level = Decimals.rounded(trend, places);
        BigDecimal pattern = Decimals.rounded(season, places);
        return new Split(
                at, period, whole, level, pattern, whole.subtract(level).subtract(pattern));
    }
}
