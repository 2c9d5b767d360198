package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Forecasts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The real forecasts over models that a test brings. */
public final class TestForecasts {

    private TestForecasts() {}

    /** @param preferred the ids to try when none is asked for, in this order */
    public static Forecasts over(Framework framework, List<String> preferred, Map<String, ForecastModel> models) {
        ModelRegistry registry = new ModelRegistry(Clock.systemUTC(), Duration.ofSeconds(10));
        models.forEach((id, model) -> framework.offer(registry, id, model));
        return new GuardedForecasts(registry, preferred);
    }

    /** The same, with champions. */
    public static Forecasts over(
            Framework framework, List<String> preferred, Map<String, ForecastModel> models, Champions champions) {
        GuardedForecasts forecasts = (GuardedForecasts) over(framework, preferred, models);
        forecasts.addChampions(champions);
        return forecasts;
    }
}
