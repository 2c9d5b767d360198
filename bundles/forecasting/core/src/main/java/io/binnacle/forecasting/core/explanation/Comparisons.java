package io.binnacle.forecasting.core.explanation;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.core.explanation.Comparison.Actual;
import io.binnacle.forecasting.core.explanation.Comparison.Corrected;
import io.binnacle.forecasting.core.explanation.Comparison.Period;
import io.binnacle.forecasting.core.runs.ForecastRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Tells how two forecasts differ, and by what. */
record Comparisons(RunPair pair, Forecasts forecasts) {

    Comparison compare() {
        Counterfactuals steps = new Counterfactuals(pair, forecasts);
        List<BigDecimal> before = steps.before().known();
        List<BigDecimal> after = steps.after().known();
        return new Comparison(
                RunName.of(pair.before()),
                IntStream.range(0, before.size())
                        .mapToObj(k -> period(pair.first() + k, before.get(k), after.get(k)))
                        .toList(),
                Decimals.sum(before),
                Decimals.sum(after),
                steps.parts(),
                corrected(),
                actuals(),
                settings());
    }

    private Period period(long period, BigDecimal before, BigDecimal after) {
        return new Period(pair.axis().index(period), pair.axis().month(period), before, after);
    }

    private List<Corrected> corrected() {
        TimeAxis axis = pair.axis();
        return LongStream.range(
                        Math.min(pair.then().start(), axis.start()), pair.then().end())
                .mapToObj(period -> new Corrected(
                        axis.index(period), axis.month(period), pair.valueThen(period), pair.valueNow(period)))
                .filter(one -> !one.before().equals(one.after()))
                .toList();
    }

    private List<Actual> actuals() {
        TimeAxis axis = pair.axis();
        return LongStream.range(Math.max(pair.then().end(), axis.start()), axis.end())
                .mapToObj(period -> new Actual(
                        axis.index(period),
                        axis.month(period),
                        pair.valueNow(period).orElseThrow(),
                        pair.forecastThen(period)))
                .toList();
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>();
        if (!pair.before().model().equals(pair.now().model())) {
            tell("model", label(pair.before().model()), label(pair.now().model()))
                    .ifPresent(settings::add);
        } else if (!pair.sameModel()) {
            tell("list of members", members(pair.before()), members(pair.now())).ifPresent(settings::add);
        }
        tell(
                        "season length",
                        pair.before().input().seasonLength(),
                        pair.now().input().seasonLength())
                .ifPresent(settings::add);
        tell("seed", pair.before().input().seed(), pair.now().input().seed()).ifPresent(settings::add);
        return settings;
    }

    private static Optional<String> tell(String what, Object before, Object now) {
        return before.equals(now)
                ? Optional.empty()
                : Optional.of("The %s was %s and is %s.".formatted(what, before, now));
    }

    private static String members(ForecastRun run) {
        return run.forecast().members().stream().map(Comparisons::label).collect(Collectors.joining(", "));
    }

    private static String label(ModelInfo model) {
        String build = model.digest().isEmpty() ? "" : " (digest " + FormerModel.shortened(model.digest()) + ")";
        return model.id() + " " + model.version() + build;
    }
}
