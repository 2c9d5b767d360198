package io.binnacle.forecasting.ces;

import java.util.EnumSet;
import java.util.Set;

/** How complex exponential smoothing meets a season (Svetunkov, Kourentzes &amp; Ord 2022, section 3). */
enum Season {
    NONE(2),
    /** Every period of the season is smoothed by itself. */
    SIMPLE(2),
    /** What the season adds is smoothed by a real parameter. */
    PARTIAL(3),
    /** What the season adds is smoothed by a complex parameter, which lets it grow with the level. */
    FULL(4);

    private final int parameters;

    Season(int parameters) {
        this.parameters = parameters;
    }

    static Set<Season> admissible(boolean seasonal) {
        return seasonal ? EnumSet.allOf(Season.class) : EnumSet.of(NONE);
    }

    int parameters() {
        return parameters;
    }

    boolean adds() {
        return this == PARTIAL || this == FULL;
    }

    /** All that is estimated: parameters, initial states and the variance. */
    int degreesOfFreedom(int seasonLength) {
        int states = 2 * (this == SIMPLE ? seasonLength : 1) + (adds() ? (parameters - 2) * seasonLength : 0);
        return parameters + states + 1;
    }
}
