package io.binnacle.forecasting.core.batch;

import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.core.evaluation.SplitSeries;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The series of a file, cut in two: where the file says, or one horizon before their ends, or at several origins.
 * Those that cannot be cut are passed over and counted.
 */
final class Splits implements Iterator<SplitSeries> {

    private final Iterator<LongSeries> series;
    private final Seasons seasons;
    private final int horizon;
    private final int origins;
    private Iterator<SplitSeries> ahead = Collections.emptyIterator();
    private int passedOver;

    /** @param horizon how many periods to hold back; 0 to cut where the file says */
    Splits(Iterator<LongSeries> series, Seasons seasons, int horizon, int origins) {
        this.series = series;
        this.seasons = seasons;
        this.horizon = horizon;
        this.origins = origins;
    }

    @Override
    public boolean hasNext() {
        while (!ahead.hasNext() && series.hasNext()) {
            List<SplitSeries> cut = cut(series.next());
            passedOver += cut.isEmpty() ? 1 : 0;
            ahead = cut.iterator();
        }
        return ahead.hasNext();
    }

    @Override
    public SplitSeries next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ahead.next();
    }

    int passedOver() {
        return passedOver;
    }

    private List<SplitSeries> cut(LongSeries one) {
        String segment = String.join(" ", one.labels());
        return splits(one).stream().map(split -> split.inSegment(segment)).toList();
    }

    private List<SplitSeries> splits(LongSeries one) {
        TimeSeries known = new TimeSeries(one.values(), seasons.of(one));
        if (horizon > 0) {
            return SplitSeries.rolling(one.id(), known, horizon, origins);
        }
        boolean complete =
                one.actual().length > 0 && Arrays.stream(one.actual()).noneMatch(Double::isNaN);
        return complete ? List.of(new SplitSeries(one.id(), known, one.actual())) : List.of();
    }
}
