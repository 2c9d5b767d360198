package io.binnacle.forecasting.core.evaluation;

import io.binnacle.forecasting.api.TimeSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A series cut in two.
 *
 * @param id of the series
 * @param history what a model may see
 * @param actual what came afterwards, at least one period
 * @param segment what it belongs to; empty where nobody says
 */
public record SplitSeries(String id, TimeSeries history, double[] actual, String segment) {

    public SplitSeries(String id, TimeSeries history, double[] actual) {
        this(id, history, actual, "");
    }

    public SplitSeries inSegment(String name) {
        return new SplitSeries(id, history, actual, name);
    }

    /**
     * The same series cut at several origins, one horizon apart, the latest last: a rolling origin (Tashman 2000).
     * Origins that would leave no history are left out.
     */
    public static List<SplitSeries> rolling(String id, TimeSeries series, int horizon, int origins) {
        List<SplitSeries> splits = new ArrayList<>();
        double[] values = series.toArray();
        for (int back = origins; back >= 1; back--) {
            int origin = values.length - back * horizon;
            if (origin > 0) {
                TimeSeries history = new TimeSeries(Arrays.copyOf(values, origin), series.seasonLength());
                splits.add(new SplitSeries(id, history, Arrays.copyOfRange(values, origin, origin + horizon)));
            }
        }
        return splits;
    }
}
