package io.binnacle.forecasting.core.roles;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * When a challenger may become champion, registered before the two are compared.
 *
 * @param mostRatio the most that the challenger's error may be of the champion's, above 0
 * @param level of the intervals whose coverage counts, between 0 and 1
 * @param leastCoverage the least share of values that lie within the challenger's intervals
 * @param mostCoverage the most
 * @param leastPeriods how many periods both must have been scored for, at least {@link #FEWEST_PERIODS}
 * @param mostOfNaive where the champion's own error is above so many times that of repeating the last season, it
 *     loses its place by itself; left out, it is not guarded so
 */
public record PromotionRule(
        @JsonProperty(required = true) Measure measure,
        @JsonProperty(required = true) double mostRatio,
        @JsonProperty(required = true) double level,
        @JsonProperty(required = true) double leastCoverage,
        @JsonProperty(required = true) double mostCoverage,
        @JsonProperty(required = true) int leastPeriods,
        Optional<Double> mostOfNaive) {

    /** Fewer say nothing. */
    public static final int FEWEST_PERIODS = 6;

    /** What an error is. */
    public enum Measure {
        /** The sum of absolute errors as a share of the sum of absolute values. */
        WAPE,
        /** The mean absolute error, each series scaled by the error of repeating its last season in its past. */
        MASE,
        /** Twice the mean pinball loss over the bounds of all levels and the mean, as a share of the mean value. */
        CRPS
    }

    /** @throws IllegalArgumentException when a number is out of range */
    public PromotionRule {
        require(mostRatio > 0 && Double.isFinite(mostRatio), "mostRatio is above 0");
        require(level > 0 && level < 1, "level lies between 0 and 1");
        require(0 <= leastCoverage && leastCoverage <= mostCoverage && mostCoverage <= 1, "coverage is 0 to 1");
        require(leastPeriods >= FEWEST_PERIODS, "leastPeriods is " + FEWEST_PERIODS + " or more");
        require(mostOfNaive.filter(most -> !(most > 0)).isEmpty(), "mostOfNaive is above 0");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
