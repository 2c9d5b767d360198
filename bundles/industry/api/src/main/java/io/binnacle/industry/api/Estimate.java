package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/** A number that is not known for sure. */
public record Estimate(
        @JsonProperty(required = true) BigDecimal low,
        @JsonProperty(required = true) BigDecimal value,
        @JsonProperty(required = true) BigDecimal high) {

    /** @throws IllegalArgumentException when the value is not between low and high */
    public Estimate {
        if (low.compareTo(value) > 0 || value.compareTo(high) > 0) {
            throw new IllegalArgumentException(
                    "low, value and high must ascend, not " + low + ", " + value + ", " + high);
        }
    }

    /** A number that is known. */
    public static Estimate exactly(BigDecimal value) {
        return new Estimate(value, value, value);
    }
}
