package io.binnacle.forecasting.core.evaluation;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.platform.api.error.PlatformException;
import java.util.List;
import java.util.Optional;

/** Lets several models forecast the same series, side by side. Any thread may call. */
public final class Judge {

    /**
     * What a model made of a series.
     *
     * @param forecast empty when it would not or could not
     * @param failure why there is no forecast; empty when there is one
     */
    record Attempt(Optional<Forecast> forecast, long nanos, String failure) {}

    /** What each model made of it, in the order of the models. */
    public record Verdict(SplitSeries split, List<Attempt> attempts) {}

    private final Forecasts forecasts;
    private final List<String> models;
    private final Yardstick yardstick;

    /** @param level of the interval to judge, above 0 and below 1 */
    public Judge(Forecasts forecasts, List<String> models, double level) {
        this.forecasts = forecasts;
        this.models = List.copyOf(models);
        this.yardstick = new Yardstick(level);
    }

    public Verdict verdict(SplitSeries split) {
        return new Verdict(
                split, models.stream().map(model -> attempt(split, model)).toList());
    }

    private Attempt attempt(SplitSeries split, String model) {
        Outlook outlook = yardstick.outlook(split.actual().length);
        long start = System.nanoTime();
        try {
            Forecast forecast = forecasts
                    .forecast(split.id(), split.history(), outlook, Optional.of(model))
                    .forecast();
            return new Attempt(Optional.of(forecast), System.nanoTime() - start, "");
        } catch (PlatformException e) {
            return new Attempt(Optional.empty(), System.nanoTime() - start, e.getMessage());
        }
    }
}
