package io.binnacle.forecasting.kernels.stl;

import java.util.Arrays;

/**
 * The seasonal-trend decomposition by loess of Cleveland, Cleveland, McRae &amp; Terpenning (1990). Plain Java; any
 * thread may call.
 *
 * @param seasonLength periods a season, at least 2
 * @param seasonal smooths the values of one period of the season over the years
 * @param trend smooths what the season leaves
 * @param lowPass takes the trend out of the season
 * @param effort how often it goes round
 */
public record Stl(int seasonLength, Loess seasonal, Loess trend, Loess lowPass, Effort effort) {

    /** A seasonal window that makes every season alike. */
    public static final int PERIODIC = 10_000_001;

    /**
     * How often season and trend are refined in turn, and how often that is done again with less trust in
     * values that lie far off.
     */
    enum Effort {
        PLAIN(2, 0),
        ROBUST(1, 15);

        final int turns;
        final int doubts;

        Effort(int turns, int doubts) {
            this.turns = turns;
            this.doubts = doubts;
        }
    }

    // In units of the median distance (section 2.4): nearer is fully trusted, farther not at all.
    private static final double MEDIANS = 6;
    private static final double NEAR = 0.001;
    private static final double FAR = 0.999;

    /** The choices of the paper for everything but how fast the season may change. Every value is trusted. */
    public static Stl of(int seasonLength, int seasonalWindow) {
        return of(seasonLength, seasonalWindow, Effort.PLAIN);
    }

    /** The same with outliers left to the remainder: neither season nor trend follows them. */
    public static Stl robust(int seasonLength, int seasonalWindow) {
        return of(seasonLength, seasonalWindow, Effort.ROBUST);
    }

    private static Stl of(int seasonLength, int seasonalWindow, Effort effort) {
        int trend = odd((int) Math.ceil(1.5 * seasonLength / (1 - 1.5 / seasonalWindow)));
        return new Stl(
                seasonLength, Loess.of(seasonalWindow, 0), Loess.of(trend, 1), Loess.of(odd(seasonLength), 1), effort);
    }

    private static int odd(int window) {
        return window + 1 - window % 2;
    }

    /** @param values of more than two seasons */
    public Decomposition decompose(double[] values) {
        Decomposition parts = new Decomposition(new double[values.length], new double[values.length], values);
        double[] trusted = Weighted.alike(values).trusted();
        parts = refine(values, parts, trusted);
        for (int k = 0; k < effort.doubts; k++) {
            parts = refine(values, parts, trust(parts.remainder()));
        }
        return parts;
    }

    private Decomposition refine(double[] values, Decomposition before, double[] trusted) {
        double[] season = before.season();
        double[] trendSoFar = before.trend();
        CycleSubseries cycles = new CycleSubseries(seasonLength, seasonal);
        for (int k = 0; k < effort.turns; k++) {
            double[] extended = cycles.smooth(new Weighted(minus(values, trendSoFar), trusted));
            double[] inside = Arrays.copyOfRange(extended, seasonLength, seasonLength + values.length);
            season = minus(inside, lowPass(extended));
            trendSoFar = trend.smooth(new Weighted(minus(values, season), trusted));
        }
        return new Decomposition(season, trendSoFar, minus(minus(values, season), trendSoFar));
    }

    // Bisquare weights.
    private static double[] trust(double[] remainder) {
        double[] distance = Arrays.stream(remainder).map(Math::abs).toArray();
        double[] sorted = distance.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double reach = MEDIANS * (sorted[n / 2] + sorted[n - n / 2 - 1]) / 2;
        return Arrays.stream(distance).map(one -> bisquare(one, reach)).toArray();
    }

    private static double bisquare(double distance, double reach) {
        if (distance <= NEAR * reach) {
            return 1;
        }
        double tail = 1 - distance / reach * (distance / reach);
        return distance > FAR * reach ? 0 : tail * tail;
    }

    private double[] lowPass(double[] extended) {
        return lowPass.smooth(Weighted.alike(average(average(average(extended, seasonLength), seasonLength), 3)));
    }

    private static double[] average(double[] values, int length) {
        double[] averages = new double[values.length - length + 1];
        double sum = 0;
        for (int t = 0; t < values.length; t++) {
            sum += values[t];
            if (t >= length - 1) {
                averages[t - length + 1] = sum / length;
                sum -= values[t - length + 1];
            }
        }
        return averages;
    }

    private static double[] minus(double[] values, double[] others) {
        double[] differences = new double[values.length];
        Arrays.setAll(differences, t -> values[t] - others[t]);
        return differences;
    }
}
