package io.binnacle.forecasting.core.explanation;

import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.core.runs.ForecastRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits the change between two forecasts by what would have been forecast in between: by the old model on its old
 * data, on that data as it is known now, on all that is known now, and at last by the new model. What cannot be
 * forecast again is told together with what follows it.
 */
final class Counterfactuals {

    private record Step(Driver driver, boolean changed, Means after) {}

    private final RunPair pair;
    private final FormerModel model;
    private final int periods;

    Counterfactuals(RunPair pair, Forecasts forecasts) {
        this.pair = pair;
        this.model = new FormerModel(forecasts, pair.before());
        this.periods = Math.toIntExact(pair.last() - pair.first());
    }

    /** The means that were given then. */
    Means before() {
        return given(pair.before(), pair.then());
    }

    /** The means that are given now. */
    Means after() {
        return given(pair.now(), pair.axis());
    }

    /** Their changes add up from {@link #before} to {@link #after}. */
    List<Part> parts() {
        Means onAllData = onAllData();
        return parts(List.of(
                new Step(Driver.CORRECTED_HISTORY, pair.corrected(), onCorrectedData(onAllData)),
                new Step(Driver.NEW_ACTUALS, pair.continued(), onAllData),
                new Step(Driver.MODEL, !pair.sameModel(), after())));
    }

    private Means onAllData() {
        if (pair.sameModel()) {
            return after();
        }
        return pair.corrected() || pair.continued()
                ? model.forecast(pair.present(), pair.axis().end(), pair.first(), periods)
                : before();
    }

    private Means onCorrectedData(Means onAllData) {
        if (!pair.corrected()) {
            return before();
        }
        return pair.continued() ? model.forecast(pair.past(), pair.then().end(), pair.first(), periods) : onAllData;
    }

    private List<Part> parts(List<Step> steps) {
        List<Part> parts = new ArrayList<>();
        List<Driver> open = new ArrayList<>();
        Means last = before();
        Optional<String> merged = Optional.empty();
        for (Step step : steps) {
            if (step.changed() || step.after().differsFrom(last)) {
                open.add(step.driver());
            }
            if (!step.after().areKnown()) {
                merged = Optional.of(step.after().problem());
            } else if (!open.isEmpty()) {
                parts.add(part(open, step.after(), last, merged));
                last = step.after();
                merged = Optional.empty();
                open.clear();
            }
        }
        return parts;
    }

    private static Part part(List<Driver> drivers, Means after, Means before, Optional<String> merged) {
        var changes = after.minus(before);
        Optional<String> reason = drivers.size() > 1 ? merged : Optional.empty();
        return new Part(List.copyOf(drivers), changes, Decimals.sum(changes), reason);
    }

    private Means given(ForecastRun run, TimeAxis axis) {
        return Means.of(run.forecast(), Math.toIntExact(pair.first() - axis.end()), periods);
    }
}
