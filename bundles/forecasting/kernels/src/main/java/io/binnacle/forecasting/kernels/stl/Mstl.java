package io.binnacle.forecasting.kernels.stl;

import java.util.Arrays;

/**
 * A series as the sum of several seasons, a trend and a remainder: {@link Stl} for one season after the other, the
 * shortest first, each on what the others leave (Bandara, Hyndman &amp; Bergmeir 2021). Plain Java.
 *
 * @param seasons one for each length that was asked for, in that order
 */
public record Mstl(double[][] seasons, double[] trend, double[] remainder) {

    private static final int TURNS = 2;

    // The windows that the paper found best: 11 for the shortest season, 15 for the next, 19…
    private static final int NARROWEST = 11;
    private static final int WIDER_EACH = 4;

    /**
     * @param values of more than two of the longest seasons
     * @param lengths periods a season, ascending, each at least 2
     */
    public static Mstl of(double[] values, int... lengths) {
        double[][] seasons = new double[lengths.length][values.length];
        double[] rest = values.clone();
        double[] trend = values;
        int turns = lengths.length > 1 ? TURNS : 1;
        for (int turn = 0; turn < turns; turn++) {
            for (int k = 0; k < lengths.length; k++) {
                add(rest, seasons[k], 1);
                Decomposition parts =
                        Stl.of(lengths[k], NARROWEST + k * WIDER_EACH).decompose(rest);
                seasons[k] = parts.season();
                trend = parts.trend();
                add(rest, seasons[k], -1);
            }
        }
        add(rest, trend, -1);
        return new Mstl(seasons, trend, rest);
    }

    /** The season of each period of the series, all lengths together. */
    public double[] season() {
        double[] sum = new double[trend.length];
        Arrays.stream(seasons).forEach(season -> add(sum, season, 1));
        return sum;
    }

    /** The season of the periods that follow, when each repeats what it was last. */
    public double[] ahead(int horizon, int... lengths) {
        double[] ahead = new double[horizon];
        for (int k = 0; k < lengths.length; k++) {
            int last = trend.length - lengths[k];
            for (int step = 0; step < horizon; step++) {
                ahead[step] += seasons[k][last + step % lengths[k]];
            }
        }
        return ahead;
    }

    private static void add(double[] sum, double[] values, int sign) {
        for (int t = 0; t < sum.length; t++) {
            sum[t] += sign * values[t];
        }
    }
}
