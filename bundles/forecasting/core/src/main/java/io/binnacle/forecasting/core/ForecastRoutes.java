package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.ForecastError;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Models, and forecasts of series that the caller brings; nothing is stored, so whoever may read may ask. */
@Component
public final class ForecastRoutes implements RouteModule {

    private final Forecasts forecasts;

    @Activate
    public ForecastRoutes(@Reference Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/forecasting/models", ctx -> ctx.json(Map.of("models", forecasts.statuses())), Role.VIEWER);
        routes.post("/api/v1/forecasting/forecasts", this::forecast, Role.VIEWER);
    }

    private void forecast(Context ctx) {
        ForecastRequest request = ctx.bodyAsClass(ForecastRequest.class);
        Levels levels = request.checked();
        Outlook outlook = request.outlook(levels);
        List<SeriesForecast> answers = new ArrayList<>();
        for (int i = 0; i < request.series().size(); i++) {
            answers.add(forecast(request, i, outlook, levels));
        }
        ctx.json(Map.of("forecasts", answers));
    }

    private SeriesForecast forecast(ForecastRequest request, int index, Outlook outlook, Levels levels) {
        ForecastRequest.Series series = request.series().get(index);
        try {
            ForecastAnswer answer = forecasts.forecast(series.id(), request.history(series), outlook, request.model());
            return new SeriesForecast(
                    series.id(),
                    series.firstForecastMonth(),
                    answer.model(),
                    answer.inputHash(),
                    answer.forecast().mean(),
                    Interval.of(answer, levels));
        } catch (PlatformException e) {
            throw e.code() == ForecastError.HISTORY_TOO_SHORT ? e.at("/series/" + index + "/values") : e;
        }
    }

    record SeriesForecast(
            String id,
            Optional<YearMonth> firstForecastMonth,
            ModelInfo model,
            String inputHash,
            List<Double> mean,
            List<Interval> intervals) {}
}
