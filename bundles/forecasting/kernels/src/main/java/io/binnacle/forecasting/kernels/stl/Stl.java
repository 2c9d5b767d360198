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
 */
public record Stl(int seasonLength, Loess seasonal, Loess trend, Loess lowPass) {

    private static final int TURNS = 2;

    /** The choices of the paper for everything but how fast the season may change. Every value is trusted. */
    public static Stl of(int seasonLength, int seasonalWindow) {
        int trend = odd((int) Math.ceil(1.5 * seasonLength / (1 - 1.5 / seasonalWindow)));
        return new Stl(seasonLength, Loess.of(seasonalWindow, 0), Loess.of(trend, 1), Loess.of(odd(seasonLength), 1));
    }

    private static int odd(int window) {
        return window + 1 - window % 2;
    }

    /** @param values of more than two seasons */
    public Decomposition decompose(double[] values) {
        double[] season = new double[values.length];
        double[] trendSoFar = new double[values.length];
        CycleSubseries cycles = new CycleSubseries(seasonLength, seasonal);
        for (int k = 0; k < TURNS; k++) {
            double[] extended = cycles.smooth(minus(values, trendSoFar));
            double[] inside = Arrays.copyOfRange(extended, seasonLength, seasonLength + values.length);
            season = minus(inside, lowPass(extended));
            trendSoFar = trend.smooth(minus(values, season));
        }
        return new Decomposition(season, trendSoFar, minus(minus(values, season), trendSoFar));
    }

    private double[] lowPass(double[] extended) {
        return lowPass.smooth(average(average(average(extended, seasonLength), seasonLength), 3));
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
