package io.binnacle.forecasting.api;

import java.util.List;

/**
 * How far and how sure a forecast shall be.
 *
 * @param horizon periods ahead, from 1 to {@link #FURTHEST}
 * @param levels probabilities of the prediction intervals, each above 0 and below 1, ascending, none twice
 * @param seed for models that simulate: the same inputs and seed give the same forecast to the bit
 */
public record Outlook(int horizon, List<Double> levels, long seed) {

    /** The longest horizon in periods. */
    public static final int FURTHEST = 1000;

    /** @throws IllegalArgumentException when horizon or levels are out of range */
    public Outlook {
        if (horizon < 1 || horizon > FURTHEST) {
            throw new IllegalArgumentException("the horizon is 1 to " + FURTHEST + " periods, not " + horizon);
        }
        double last = 0;
        for (double level : levels) {
            if (!(level > last && level < 1)) {
                throw new IllegalArgumentException("levels must ascend between 0 and 1, not " + levels);
            }
            last = level;
        }
        levels = List.copyOf(levels);
    }
}
