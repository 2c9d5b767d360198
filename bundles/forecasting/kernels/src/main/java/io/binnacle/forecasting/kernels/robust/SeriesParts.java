package io.binnacle.forecasting.kernels.robust;

import io.binnacle.forecasting.kernels.ClassicalDecomposition;
import io.binnacle.forecasting.kernels.Intermittence;
import io.binnacle.forecasting.kernels.stl.Decomposition;
import io.binnacle.forecasting.kernels.stl.Stl;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.DoubleStream;

/**
 * A series as trend, season and remainder, and the outliers in it. Trend and season are those of the series with what
 * is expected in the outliers' place, so that an outlier stands in its own remainder and nowhere else.
 *
 * @param strength how much of what the trend leaves is season, outliers apart, from 0 to 1; 0 for a series that is
 *     too short
 * @param outliers the times whose remainders are beyond the fences; none of an intermittent series, where a value is
 *     not off because its neighbours are zero
 */
public record SeriesParts(
        Method method, double strength, Decomposition parts, Fences fences, BitSet outliers, boolean intermittent) {

    /** How the season was found. */
    public enum Method {
        /** By {@link Stl}. */
        STL,
        /** By classical decomposition, of a series of two seasons; outliers cannot be told then. */
        CLASSICAL,
        /** Not at all: the series is shorter, has no season length, or its season is weak. */
        TREND
    }

    /** A season of less strength counts as none, as in {@code forecast::tsoutliers}. */
    public static final double LEAST_STRENGTH = 0.6;

    // That of the first season in forecast::mstl.
    private static final int SEASONAL_WINDOW = 11;
    private static final RepeatedMedian TREND = new RepeatedMedian(11);
    // A fit that is all but perfect leaves remainders that say nothing.
    static final double LEAST_SHARE = 1e-3;

    /** @param values finite, at least one */
    public static SeriesParts of(double[] values, int seasonLength) {
        if (seasonLength < 2 || values.length < 2 * seasonLength) {
            return trend(values, 0);
        }
        SeriesParts seasonal = values.length == 2 * seasonLength
                ? classical(values, seasonLength)
                : new OutlierSearch(values, Stl.of(seasonLength, SEASONAL_WINDOW)).settled();
        return seasonal.strength < LEAST_STRENGTH ? trend(values, seasonal.strength) : seasonal;
    }

    /** What trend and season make of a time. */
    public double expected(int time) {
        return parts.trend()[time] + parts.season()[time];
    }

    private static SeriesParts trend(double[] values, double strength) {
        SeriesParts found = of(Method.TREND, values, around(new double[values.length], values));
        return new SeriesParts(Method.TREND, strength, found.parts, found.fences, found.outliers, found.intermittent);
    }

    private static SeriesParts classical(double[] values, int seasonLength) {
        double[] summands = ClassicalDecomposition.summands(values, seasonLength);
        double[] season = new double[values.length];
        Arrays.setAll(season, t -> summands[t % seasonLength]);
        Decomposition parts = around(season, values);
        Fences fences = Fences.around(parts.remainder(), largest(values));
        return new SeriesParts(
                Method.CLASSICAL, parts.seasonalStrength(), parts, fences, new BitSet(), Intermittence.of(values));
    }

    private static Decomposition around(double[] season, double[] values) {
        double[] adjusted = new double[values.length];
        Arrays.setAll(adjusted, t -> values[t] - season[t]);
        double[] trend = TREND.smooth(adjusted);
        double[] remainder = new double[values.length];
        Arrays.setAll(remainder, t -> adjusted[t] - trend[t]);
        return new Decomposition(season, trend, remainder);
    }

    /** The series by a fit of it, or of what is left of it without its outliers. */
    static SeriesParts of(Method method, double[] values, Decomposition fit) {
        double[] remainder = new double[values.length];
        Arrays.setAll(remainder, t -> values[t] - fit.season()[t] - fit.trend()[t]);
        Decomposition parts = new Decomposition(fit.season(), fit.trend(), remainder);
        Fences fences = Fences.around(remainder, largest(values));
        double least = LEAST_SHARE * largest(fitted(parts));
        boolean intermittent = Intermittence.of(values);
        BitSet outliers = new BitSet();
        for (int t = 0; t < values.length && !intermittent; t++) {
            outliers.set(t, !fences.hold(remainder[t]) && Math.abs(remainder[t]) > least);
        }
        return new SeriesParts(method, strength(parts, outliers), parts, fences, outliers, intermittent);
    }

    private static double strength(Decomposition parts, BitSet outliers) {
        double[] remainder = parts.remainder().clone();
        outliers.stream().forEach(t -> remainder[t] = 0);
        return new Decomposition(parts.season(), parts.trend(), remainder).seasonalStrength();
    }

    private static double[] fitted(Decomposition parts) {
        double[] fitted = new double[parts.trend().length];
        Arrays.setAll(fitted, t -> parts.trend()[t] + parts.season()[t]);
        return fitted;
    }

    static double largest(double[] values) {
        return DoubleStream.of(values).map(Math::abs).max().orElse(0);
    }
}
