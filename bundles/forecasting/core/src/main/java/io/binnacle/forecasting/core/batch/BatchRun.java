package io.binnacle.forecasting.core.batch;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.error.PlatformException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;

/** Forecasts every series of a file, on all processors, into another file; memory does not grow with either. */
final class BatchRun {

    /**
     * How it went.
     *
     * @param failed series that no model would forecast; their reason stands in the output
     * @param filled values that were missing
     * @param models how many series each model answered
     */
    record Summary(long series, long values, long failed, long filled, Map<String, Long> models) {}

    private record Done(LongSeries series, ForecastAnswer answer, String failure) {}

    private final Forecasts forecasts;
    private final int threads;
    private final Map<String, Long> models = new TreeMap<>();
    private long series;
    private long values;
    private long failed;
    private long filled;

    BatchRun(Forecasts forecasts, int threads) {
        this.forecasts = forecasts;
        this.threads = threads;
    }

    /**
     * @param each called after every series
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_SERIES with the line at fault
     */
    Summary run(SeriesFile input, BatchOrder order, Writer output, Runnable each) throws InterruptedException {
        order.model().ifPresent(InstalledIds.of(forecasts)::require);
        ForecastRows rows = new ForecastRows(output, order.outlook());
        new InOrder(threads).run(input, one -> forecast(one, order), done -> {
            write(rows, done);
            each.run();
        });
        flush(rows);
        return new Summary(series, values, failed, filled, models);
    }

    private Done forecast(LongSeries one, BatchOrder order) {
        try {
            TimeSeries history = new TimeSeries(one.values(), order.seasons().of(one));
            return new Done(one, forecasts.forecast(one.id(), history, order.outlook(), order.model()), "");
        } catch (PlatformException e) {
            return new Done(one, null, e.getMessage());
        }
    }

    private static void flush(ForecastRows rows) {
        try {
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ForecastRows rows, Done done) {
        series++;
        values += done.series().values().length;
        filled += done.series().filled();
        try {
            if (done.answer() == null) {
                failed++;
                rows.failure(done.series().id(), done.failure());
            } else {
                models.merge(done.answer().model().id(), 1L, Long::sum);
                rows.forecast(done.answer());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
