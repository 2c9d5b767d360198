package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Whether a forecast is what was asked for; models are not trusted. */
final class OutputCheck {

    private OutputCheck() {}

    /** What is wrong with {@code forecast}, in words; empty when nothing is. */
    static Optional<String> fault(Forecast forecast, Outlook outlook) {
        if (forecast == null) {
            return Optional.of("no forecast at all");
        }
        List<Double> levels =
                forecast.intervals().stream().map(PredictionInterval::level).toList();
        if (!levels.equals(outlook.levels())) {
            return Optional.of("intervals for the levels %s instead of %s".formatted(levels, outlook.levels()));
        }
        return periodsFault("the mean", forecast.mean(), outlook)
                .or(() -> boundsFault(forecast, outlook))
                .or(() -> nestingFault(forecast.intervals()));
    }

    private static Optional<String> boundsFault(Forecast forecast, Outlook outlook) {
        return forecast.intervals().stream()
                .flatMap(interval -> periodsFault("the lower bound", interval.lower(), outlook)
                        .or(() -> periodsFault("the upper bound", interval.upper(), outlook))
                        .map(fault -> fault + " at level " + interval.level())
                        .stream())
                .findFirst();
    }

    private static Optional<String> periodsFault(String what, List<Double> values, Outlook outlook) {
        if (values.size() != outlook.horizon()) {
            return Optional.of("%s has %d periods instead of %d".formatted(what, values.size(), outlook.horizon()));
        }
        return IntStream.range(0, values.size())
                .filter(period -> !Double.isFinite(values.get(period)))
                .mapToObj(period -> "%s of period %d is %s".formatted(what, period + 1, values.get(period)))
                .findFirst();
    }

    // Levels ascend, so each interval has to hold the one before it.
    private static Optional<String> nestingFault(List<PredictionInterval> intervals) {
        for (int i = 0; i < intervals.size(); i++) {
            PredictionInterval interval = intervals.get(i);
            PredictionInterval inner = i == 0 ? interval : intervals.get(i - 1);
            OptionalInt period = IntStream.range(0, interval.lower().size())
                    .filter(p -> !holds(interval, inner, p))
                    .findFirst();
            if (period.isPresent()) {
                String what = i == 0 ? "has its lower bound above its upper one" : "does not hold the narrower one";
                return Optional.of("the interval of period %d at level %s %s"
                        .formatted(period.getAsInt() + 1, interval.level(), what));
            }
        }
        return Optional.empty();
    }

    private static boolean holds(PredictionInterval outer, PredictionInterval inner, int period) {
        return outer.lower().get(period) <= inner.lower().get(period)
                && inner.upper().get(period) <= outer.upper().get(period)
                && outer.lower().get(period) <= outer.upper().get(period);
    }
}
