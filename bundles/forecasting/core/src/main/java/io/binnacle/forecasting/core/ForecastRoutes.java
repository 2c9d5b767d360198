package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.core.runs.RecordedForecasts;
import io.binnacle.forecasting.core.runs.RecordedForecasts.Recorded;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Models, and forecasts of series that the caller brings; they change nothing, so whoever may read may ask. */
@Component
public final class ForecastRoutes implements RouteModule {

    private final Forecasts forecasts;
    private final AskedForecasts asked;

    @Activate
    public ForecastRoutes(@Reference Forecasts forecasts, @Reference RecordedForecasts recorded) {
        this.forecasts = forecasts;
        this.asked = new AskedForecasts(recorded);
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/forecasting/models", ctx -> ctx.json(Map.of("models", forecasts.statuses())), Role.VIEWER);
        routes.post("/api/v1/forecasting/forecasts", this::forecast, Role.VIEWER);
    }

    private void forecast(Context ctx) {
        ForecastRequest request = ctx.bodyAsClass(ForecastRequest.class);
        Levels levels = request.checked();
        List<Recorded> kept = asked.give(request, levels, Caller.of(ctx));
        ctx.json(Map.of(
                "forecasts",
                IntStream.range(0, kept.size())
                        .mapToObj(i -> SeriesForecast.of(request.series().get(i), kept.get(i), levels))
                        .toList()));
    }

    record SeriesForecast(
            String id,
            UUID run,
            Optional<YearMonth> firstForecastMonth,
            ModelInfo model,
            List<ModelInfo> members,
            String inputHash,
            List<Double> mean,
            List<Interval> intervals) {

        static SeriesForecast of(ForecastRequest.Series series, Recorded recorded, Levels levels) {
            ForecastAnswer answer = recorded.answer();
            return new SeriesForecast(
                    series.id(),
                    recorded.run(),
                    series.firstForecastMonth(),
                    answer.model(),
                    answer.forecast().members(),
                    answer.inputHash(),
                    answer.forecast().mean(),
                    Interval.of(answer, levels));
        }
    }
}
