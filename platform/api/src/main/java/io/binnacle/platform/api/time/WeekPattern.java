package io.binnacle.platform.api.time;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** How many weeks the three periods of a quarter have. */
public enum WeekPattern {
    @JsonProperty("4-4-5")
    FOUR_FOUR_FIVE(4, 4, 5),
    @JsonProperty("4-5-4")
    FOUR_FIVE_FOUR(4, 5, 4),
    @JsonProperty("5-4-4")
    FIVE_FOUR_FOUR(5, 4, 4);

    private final List<Integer> weeks;

    WeekPattern(Integer... weeks) {
        this.weeks = List.of(weeks);
    }

    /** The weeks of the first, second and third period. */
    public List<Integer> weeks() {
        return weeks;
    }
}
