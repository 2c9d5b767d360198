package io.binnacle.industry.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What others in the industry reach: a mean, percentiles, or both.
 *
 * @param metric such as {@code gross-margin}
 * @param segment the part of the industry, in the words of the source
 * @param n how many firms it rests on; never shown when fewer than {@link #FEWEST}
 * @param mean the average of the industry, as its source works it out
 * @param percentiles by their number: 25, 50, 75
 * @param source who published it, where, and from which file and column
 * @param date as of when
 * @param licence on which terms it may be used
 */
public record Benchmark(
        @JsonProperty(required = true) String metric,
        @JsonProperty(required = true) String segment,
        @JsonProperty(required = true) String unit,
        @JsonProperty(required = true) int n,
        Optional<BigDecimal> mean,
        SortedMap<Integer, BigDecimal> percentiles,
        @JsonProperty(required = true) String source,
        @JsonProperty(required = true) LocalDate date,
        @JsonProperty(required = true) String licence) {

    /** With fewer firms one could tell which they are. */
    public static final int FEWEST = 5;

    public Benchmark {
        percentiles = new TreeMap<>(percentiles == null ? Map.of() : percentiles);
    }
}
