package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Forecasts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The real forecasts over models that a test brings. */
public final class TestForecasts {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private TestForecasts() {}

    /** @param preferred the ids to try when none is asked for, in this order */
    public static Forecasts over(Framework framework, List<String> preferred, Map<String, ForecastModel> models) {
        return guarded(framework, PATIENCE, preferred, models);
    }

    /** The same, with champions. */
    public static Forecasts over(
            Framework framework, List<String> preferred, Map<String, ForecastModel> models, Champions champions) {
        return over(framework, PATIENCE, preferred, models, champions);
    }

    /** The same, with models that may take no longer than {@code patience}. */
    public static Forecasts over(
            Framework framework,
            Duration patience,
            List<String> preferred,
            Map<String, ForecastModel> models,
            Champions champions) {
        GuardedForecasts forecasts = guarded(framework, patience, preferred, models);
        forecasts.addChampions(champions);
        return forecasts;
    }

    private static GuardedForecasts guarded(
            Framework framework, Duration patience, List<String> preferred, Map<String, ForecastModel> models) {
        ModelRegistry registry = new ModelRegistry(Clock.systemUTC(), patience);
        models.forEach((id, model) -> framework.offer(registry, id, model));
        return new GuardedForecasts(registry, preferred);
    }
}
