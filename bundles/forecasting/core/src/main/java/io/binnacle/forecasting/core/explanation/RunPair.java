package io.binnacle.forecasting.core.explanation;

import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.core.runs.ForecastRun;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Two forecasts of one series. */
record RunPair(ForecastRun before, ForecastRun now, TimeAxis then, TimeAxis axis) {

    static RunPair of(ForecastRun before, ForecastRun now) {
        return new RunPair(before, now, TimeAxis.of(before), TimeAxis.of(now));
    }

    /** Both tell months, or neither does, and there is a period that both forecast. */
    boolean share() {
        return then.dated() == axis.dated() && first() < last();
    }

    long first() {
        return Math.max(then.end(), axis.end());
    }

    long last() {
        return Math.min(then.last(), axis.last());
    }

    /** Whether a value but zero is the same in both: otherwise they are about something else. */
    boolean remember() {
        return LongStream.range(then.start(), then.end())
                .filter(period -> valueThen(period).orElseThrow().signum() != 0)
                .anyMatch(period -> valueThen(period).equals(valueNow(period)));
    }

    /** Whether the second only asked for other levels or another horizon. */
    boolean repeat() {
        return !corrected() && !continued() && sameModel();
    }

    /** Whether the past that was known then stands otherwise now. */
    boolean corrected() {
        return then.start() != axis.start()
                || !Arrays.equals(before.input().history().toArray(), past().toArray());
    }

    /** Whether there are values that were ahead then. */
    boolean continued() {
        return axis.end() > then.end();
    }

    boolean sameModel() {
        return before.model().equals(now.model())
                && sameBuilds(before.forecast().members(), now.forecast().members())
                && before.input().seasonLength() == now.input().seasonLength()
                && before.input().seed() == now.input().seed();
    }

    /** The periods that were known then, as they are known now. */
    TimeSeries past() {
        int known = Math.max(0, Math.min(now.input().values().size(), axis.index(then.end())));
        double[] values = Arrays.copyOf(now.input().history().toArray(), known);
        return new TimeSeries(values, before.input().seasonLength());
    }

    /** All that is known now, with the season length of then. */
    TimeSeries present() {
        return now.input().history().withSeasonLength(before.input().seasonLength());
    }

    Optional<BigDecimal> valueThen(long period) {
        return at(before.input().values(), then.index(period));
    }

    Optional<BigDecimal> valueNow(long period) {
        return at(now.input().values(), axis.index(period));
    }

    /** What was forecast for a period then. */
    Optional<BigDecimal> forecastThen(long period) {
        return at(before.forecast().mean(), Math.toIntExact(period - then.end()));
    }

    private static Optional<BigDecimal> at(List<Double> numbers, int index) {
        return index >= 0 && index < numbers.size() ? Optional.of(Decimals.of(numbers.get(index))) : Optional.empty();
    }

    // Which members answer depends on the data; that they are the same builds does not.
    static boolean sameBuilds(List<ModelInfo> some, List<ModelInfo> others) {
        Map<String, ModelInfo> known =
                some.stream().collect(Collectors.toMap(ModelInfo::id, Function.identity(), (one, same) -> one));
        return others.stream().allMatch(model -> model.equals(known.getOrDefault(model.id(), model)));
    }
}
