package io.binnacle.forecasting.api;

import java.util.Arrays;

/**
 * Equally spaced observations, the oldest first. Immutable.
 *
 * <p>A class rather than a record, so that models get a primitive array without a copy of the copy.
 */
public final class TimeSeries {

    private final double[] values;
    private final int seasonLength;

    /**
     * @param seasonLength periods a season: 12 for months, 4 for quarters, 1 when there is none
     * @throws IllegalArgumentException when a value is not finite or the season length is below 1
     */
    public TimeSeries(double[] values, int seasonLength) {
        if (seasonLength < 1) {
            throw new IllegalArgumentException("a season has at least 1 period, not " + seasonLength);
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("every observation must be finite, not " + value);
            }
        }
        this.values = values.clone();
        this.seasonLength = seasonLength;
    }

    /** Observations without a season. */
    public static TimeSeries of(double... values) {
        return new TimeSeries(values, 1);
    }

    /** The same observations with another season length. */
    public TimeSeries withSeasonLength(int periods) {
        return new TimeSeries(values, periods);
    }

    /** How many observations there are. */
    public int length() {
        return values.length;
    }

    /** Periods a season; 1 when there is none. */
    public int seasonLength() {
        return seasonLength;
    }

    /** The observation at {@code index}, 0 being the oldest. */
    public double get(int index) {
        return values[index];
    }

    /** A copy of all observations. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeSeries that
                && seasonLength == that.seasonLength
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + seasonLength;
    }

    @Override
    public String toString() {
        return "TimeSeries[season " + seasonLength + ", " + Arrays.toString(values) + "]";
    }
}
