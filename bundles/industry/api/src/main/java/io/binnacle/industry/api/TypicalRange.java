package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * Where a number usually lies.
 *
 * @param n how many firms it rests on
 * @param source where it can be read, and how it was taken from there
 */
public record TypicalRange(
        @JsonProperty(required = true) BigDecimal low,
        @JsonProperty(required = true) BigDecimal high,
        @JsonProperty(required = true) int n,
        @JsonProperty(required = true) String source) {}
