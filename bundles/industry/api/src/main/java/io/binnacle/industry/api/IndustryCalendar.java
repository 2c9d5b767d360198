package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The year of the industry.
 *
 * @param fiscalYearStart the month, 1 to 12, in which fiscal years usually start
 * @param note where that is from
 */
public record IndustryCalendar(
        @JsonProperty(required = true) int fiscalYearStart,
        @JsonProperty(required = true) String note,
        Optional<Seasonality> seasonality) {

    /**
     * How a year's business spreads over its months.
     *
     * @param shares of January to December; they sum to 1
     * @param source the series
     * @param computation how the shares follow from it
     */
    public record Seasonality(
            List<BigDecimal> shares,
            @JsonProperty(required = true) String source,
            @JsonProperty(required = true) String computation) {

        public Seasonality {
            shares = Lists.whole(shares);
        }
    }
}
