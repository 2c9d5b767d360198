package io.binnacle.forecasting.combination;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One forecast of several, point by point and bound by bound (Bates &amp; Granger 1969; for bounds, Lichtendahl,
 * Grushka-Cockayne &amp; Winkler 2013). Plain Java; any thread may call.
 *
 * <p>Bounds need no factor of their own: the mean of one member's widened intervals and of the other's that
 * admit doubt about the form hold what they promise. docs/reference/accuracy.md has the figures.
 */
final class Combination {

    private Combination() {}

    static Forecast of(List<MemberForecast> answers, Outlook outlook, Middle middle) {
        List<Forecast> forecasts =
                answers.stream().map(MemberForecast::forecast).toList();
        List<Double> mean = combined(forecasts, Forecast::mean, middle);
        List<PredictionInterval> intervals = IntStream.range(0, outlook.levels().size())
                .mapToObj(k -> new PredictionInterval(
                        outlook.levels().get(k),
                        combined(forecasts, one -> one.intervals().get(k).lower(), middle),
                        combined(forecasts, one -> one.intervals().get(k).upper(), middle)))
                .toList();
        return new Forecast(
                mean, intervals, answers.stream().map(MemberForecast::info).toList());
    }

    private static List<Double> combined(
            List<Forecast> forecasts, Function<Forecast, List<Double>> part, Middle middle) {
        return IntStream.range(0, part.apply(forecasts.get(0)).size())
                .mapToObj(step -> middle.of(forecasts.stream()
                        .mapToDouble(forecast -> part.apply(forecast).get(step))
                        .toArray()))
                .toList();
    }
}
