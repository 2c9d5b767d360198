package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A rule of insight that needs no code: it finds the open deals of accounts in the industry for which all conditions
 * hold. A deal that lacks what a condition looks at is not found.
 *
 * @param id in lower case with dashes; the insight is of the rule {@code <pack>-<id>}
 * @param severity INFO, WARNING or CRITICAL
 * @param title one sentence with {@code {deal}} and {@code {account}}
 */
public record DealRule(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String severity,
        @JsonProperty(required = true) String title,
        List<Condition> conditions) {

    public DealRule {
        conditions = Lists.whole(conditions);
    }

    /** Holds when the metric of a deal is within both bounds; at least one of them is there. */
    public record Condition(
            @JsonProperty(required = true) Metric metric, Optional<BigDecimal> atLeast, Optional<BigDecimal> atMost) {

        /** Whether {@code value} is within both bounds. */
        public boolean holds(long value) {
            BigDecimal number = BigDecimal.valueOf(value);
            return atLeast.map(bound -> number.compareTo(bound) >= 0).orElse(true)
                    && atMost.map(bound -> number.compareTo(bound) <= 0).orElse(true);
        }
    }

    /** What a condition looks at. */
    public enum Metric {
        /** Days since the deal was created. */
        DAYS_OPEN,
        /** Days until the close date; negative when it has passed. */
        DAYS_TO_CLOSE,
        /** Days from the first close date that was given to the present one. */
        DAYS_PUSHED,
        /** The month of the close date, 1 to 12. */
        CLOSE_MONTH
    }
}
