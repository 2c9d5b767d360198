package io.binnacle.forecasting.mstl;

import java.util.stream.IntStream;

/** Which seasons a series is long enough for. */
final class SeasonLengths {

    private static final int HOURS_A_DAY = 24;
    private static final int DAYS_A_WEEK = 7;

    private SeasonLengths() {}

    /**
     * The season given, and the week if a season is a day of hours or of shorter periods.
     *
     * @return the lengths that the series holds more than twice
     */
    static int[] of(int observations, int seasonLength) {
        int week = seasonLength % HOURS_A_DAY == 0 ? DAYS_A_WEEK * seasonLength : 0;
        return IntStream.of(seasonLength, week)
                .filter(length -> length > 1 && observations > 2 * length)
                .toArray();
    }
}
