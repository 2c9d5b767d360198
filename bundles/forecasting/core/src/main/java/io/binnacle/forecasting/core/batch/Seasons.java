package io.binnacle.forecasting.core.batch;

/** How long the season of a series is. */
@FunctionalInterface
public interface Seasons {

    int LONGEST = 1_000;

    int of(LongSeries series);

    /**
     * As a caller says it: a number of periods, or {@code auto}.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_PARAMETER
     */
    static Seasons parse(String name, String text) {
        return text.equals("auto") ? told() : fixed(Numbers.between(name, text, 1, LONGEST));
    }

    /** The same for every series. */
    static Seasons fixed(int length) {
        return series -> length;
    }

    /** What the periods say, or else what the values show. */
    static Seasons told() {
        return series -> series.seasonLength() > 0 ? series.seasonLength() : SeasonFinder.find(series.values());
    }
}
