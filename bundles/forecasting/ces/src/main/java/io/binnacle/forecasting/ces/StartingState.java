package io.binnacle.forecasting.ces;

import io.binnacle.forecasting.kernels.ClassicalDecomposition;
import java.util.Arrays;

/** A first guess at the states before the first observation, from which running forth and back makes a better one. */
final class StartingState {

    private static final int FIRST = 10;
    // The share of the level that the information potential begins with, as in the authors' package.
    private static final double POTENTIAL = 1 / 1.1;

    private StartingState() {}

    static Smoother of(double[] values, Season season, int seasonLength) {
        Smoother smoother = new Smoother(season, seasonLength);
        double[] beginning = Arrays.copyOf(values, Math.min(Math.max(FIRST, seasonLength), values.length));
        double mean = Arrays.stream(beginning).average().orElseThrow();
        fill(smoother.levels, season == Season.SIMPLE ? beginning : new double[] {mean});
        if (season.adds()) {
            fill(smoother.seasons, ClassicalDecomposition.summands(values, seasonLength));
        }
        return smoother;
    }

    private static void fill(ComplexStates states, double[] levels) {
        for (int phase = 0; phase < states.level.length; phase++) {
            states.level[phase] = levels[phase];
            states.potential[phase] = POTENTIAL * levels[phase];
        }
    }
}
