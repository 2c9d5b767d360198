package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The mean of several forecasts, point by point and bound by bound (Bates &amp; Granger 1969; for bounds,
 * Lichtendahl, Grushka-Cockayne &amp; Winkler 2013). Plain Java; any thread may call.
 *
 * <p>Bounds need no factor of their own: the mean of one member's widened intervals and of the other's that
 * admit doubt about the form hold what they promise. docs/reference/accuracy.md has the figures.
 */
final class Combination {

    private Combination() {}

    static Forecast of(List<MemberForecast> answers, Outlook outlook) {
        List<Forecast> forecasts =
                answers.stream().map(MemberForecast::forecast).toList();
        List<Double> mean = average(forecasts, Forecast::mean);
        List<PredictionInterval> intervals = IntStream.range(0, outlook.levels().size())
                .mapToObj(k -> new PredictionInterval(
                        outlook.levels().get(k),
                        average(forecasts, one -> one.intervals().get(k).lower()),
                        average(forecasts, one -> one.intervals().get(k).upper())))
                .toList();
        return new Forecast(
                mean, intervals, answers.stream().map(MemberForecast::info).toList());
    }

    private static List<Double> average(List<Forecast> forecasts, Function<Forecast, List<Double>> part) {
        return IntStream.range(0, part.apply(forecasts.get(0)).size())
                .mapToObj(step -> forecasts.stream()
                                .mapToDouble(forecast -> part.apply(forecast).get(step))
                                .sum()
                        / forecasts.size())
                .toList();
    }
}
