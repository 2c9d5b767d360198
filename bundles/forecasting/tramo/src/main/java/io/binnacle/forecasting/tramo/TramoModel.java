package io.binnacle.forecasting.tramo;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;
import static io.binnacle.forecasting.api.ForecastError.INVALID_SERIES;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ForecastModelId;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.kernels.Scale;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;

/**
 * Regression with ARIMA errors: logarithms, orders and outliers are found by TRAMO (Gómez &amp; Maravall 1996) as
 * JDemetra+ has it. What calendars do to a series is left out, since a series here has no dates.
 */
@Component
@ForecastModelId(id = "tramo")
public final class TramoModel implements ForecastModel {

    /** What the preliminary check of JDemetra+ asks for: three years, and eight observations. */
    private static final int YEARS = 3;

    private static final int FEWEST = 8;

    private static final Set<Integer> SEASONS = Set.of(1, 2, 3, 4, 6, 12);

    @Override
    public int minimumHistory(int seasonLength) {
        return Math.max(FEWEST, YEARS * seasonLength);
    }

    @Override
    public Forecast forecast(TimeSeries history, Outlook outlook) {
        int season = history.seasonLength();
        if (!SEASONS.contains(season)) {
            throw INVALID_SERIES.because(
                    "tramo divides years, into seasons of 1, 2, 3, 4, 6 or 12 periods, got %d; ask for combination,"
                            + " ets or theta, or aggregate the series to months",
                    season);
        }
        if (history.length() < minimumHistory(season)) {
            throw HISTORY_TOO_SHORT.because(
                    "tramo needs %d observations for seasons of %d, got %d",
                    minimumHistory(season), season, history.length());
        }
        double factor = Scale.of(history.toArray());
        double[] values = Scale.times(history.toArray(), factor);
        Projection projection = Projection.withoutErrors(values, season, outlook.horizon())
                .orElseGet(() -> within(
                        TramoModel.class.getClassLoader(), () -> Tramo.project(values, season, outlook.horizon())));
        return projection.forecast(outlook.levels(), factor);
    }

    /** JDemetra+ finds its own parts through the loader of the thread, which is the platform's until it is told. */
    private static Projection within(ClassLoader loader, Supplier<Projection> call) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return call.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
