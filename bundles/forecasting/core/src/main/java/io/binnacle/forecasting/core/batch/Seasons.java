package io.binnacle.forecasting.core.batch;

/** How long the season of a series is. */
@FunctionalInterface
interface Seasons {

    int of(LongSeries series);

    /** The same for every series. */
    static Seasons fixed(int length) {
        return series -> length;
    }

    /** What the periods say, or else what the values show. */
    static Seasons told() {
        return series -> series.seasonLength() > 0 ? series.seasonLength() : SeasonFinder.find(series.values());
    }
}
