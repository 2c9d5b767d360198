package io.binnacle.forecasting.core;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Series to be forecast. A series with a start is monthly and has seasons of 12, unless it says otherwise. */
record ForecastRequest(
        @JsonProperty(required = true) List<Series> series,
        @JsonProperty(required = true) int horizon,
        Optional<List<BigDecimal>> levels,
        Optional<String> model,
        Optional<Integer> seasonLength,
        Optional<Long> seed,
        Optional<String> metric,
        Optional<String> segment) {

    static final long USUAL_SEED = 42;

    private static final int MOST_SERIES = 1_000;
    private static final int MOST_VALUES = 10_000;

    /** One series of a request. */
    record Series(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) List<Double> values,
            Optional<YearMonth> start) {

        Optional<YearMonth> firstForecastMonth() {
            return start.map(month -> month.plusMonths(values.size()));
        }
    }

    /** The levels, once everything in the request is found to be in order. */
    Levels checked() {
        Faults faults = new Faults();
        SeriesFaults checks = new SeriesFaults(faults, MOST_VALUES);
        checks.checkPeriods(horizon, seasonLength);
        checkScope(faults);
        checkSeries(faults, checks);
        Levels checked = levels.map(percent -> Levels.of(percent, faults)).orElse(Levels.USUAL);
        faults.throwIfAny();
        return checked;
    }

    ForecastScope scope() {
        return new ForecastScope(metric.orElse(ForecastScope.ANY), segment.orElse(ForecastScope.ALL));
    }

    private void checkScope(Faults faults) {
        try {
            scope();
        } catch (IllegalArgumentException e) {
            faults.add("/metric", "%s", e.getMessage());
        }
    }

    Outlook outlook(Levels checked) {
        return new Outlook(horizon, checked.fractions(), seed.orElse(USUAL_SEED));
    }

    TimeSeries history(Series one) {
        double[] values = one.values().stream().mapToDouble(Double::doubleValue).toArray();
        return new TimeSeries(values, seasonLength.orElse(one.start().isPresent() ? 12 : 1));
    }

    private void checkSeries(Faults faults, SeriesFaults checks) {
        if (series == null || series.isEmpty() || series.size() > MOST_SERIES) {
            faults.add("/series", "must be a list of 1 to %d series", MOST_SERIES);
            return;
        }
        for (int i = 0; i < series.size(); i++) {
            String pointer = "/series/" + i;
            Series one = series.get(i);
            if (one == null) {
                faults.add(pointer, "must be a series, not null");
            } else {
                checks.checkId(one.id(), pointer + "/id");
                checks.checkValues(one.values(), pointer + "/values");
            }
        }
    }
}
