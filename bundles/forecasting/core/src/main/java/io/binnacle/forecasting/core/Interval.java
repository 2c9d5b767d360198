package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.PredictionInterval;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** A prediction interval as callers read it: with its level in percent, as they wrote it. */
public record Interval(BigDecimal level, List<Double> lower, List<Double> upper) {

    static List<Interval> of(ForecastAnswer answer, Levels levels) {
        List<PredictionInterval> intervals = answer.forecast().intervals();
        return IntStream.range(0, intervals.size())
                .mapToObj(i -> new Interval(
                        levels.percent().get(i),
                        intervals.get(i).lower(),
                        intervals.get(i).upper()))
                .toList();
    }
}
