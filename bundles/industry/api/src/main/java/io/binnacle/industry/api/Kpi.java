package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * How the industry measures itself.
 *
 * @param unit such as {@code %} or {@code days}
 * @param definition how it is computed, in words
 * @param better which way is better
 * @param source where the definition can be read
 * @param drivers what it follows from
 */
public record Kpi(
        @JsonProperty(required = true) String key,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String unit,
        @JsonProperty(required = true) String definition,
        @JsonProperty(required = true) Direction better,
        @JsonProperty(required = true) String source,
        List<Kpi> drivers) {

    public Kpi {
        drivers = Lists.whole(drivers);
    }

    /** Which way a number should go. */
    public enum Direction {
        HIGHER,
        LOWER,
        /** Within bounds that depend on the company. */
        STEADY
    }
}
