package io.binnacle.forecasting.core;

import static io.binnacle.platform.api.error.PlatformError.ENTITY_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.pipeline.api.RevenueHistory;
import io.binnacle.pipeline.api.RevenueHistory.Grouping;
import io.binnacle.pipeline.api.RevenueSeries;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forecasts of won revenue. Lower bounds below zero stay as the model gave them. */
@Component
public final class PipelineForecastRoutes implements RouteModule {

    private static final int USUAL_HORIZON = 6;
    private static final int MONTHS_A_YEAR = 12;

    private final RevenueHistory history;
    private final Forecasts forecasts;

    @Activate
    public PipelineForecastRoutes(@Reference RevenueHistory history, @Reference Forecasts forecasts) {
        this.history = history;
        this.forecasts = forecasts;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/forecasting/pipeline", this::forecast, Role.VIEWER);
    }

    private void forecast(Context ctx) {
        Levels levels = Parameters.text(ctx, "levels").map(Levels::parse).orElse(Levels.USUAL);
        Outlook outlook = new Outlook(horizon(ctx), levels.fractions(), ForecastRequest.USUAL_SEED);
        Optional<String> model = Parameters.text(ctx, "model");
        List<RevenueForecast> answers = series(ctx).stream()
                .map(series -> forecast(series, outlook, levels, model))
                .toList();
        ctx.json(Map.of("forecasts", answers));
    }

    private List<RevenueSeries> series(Context ctx) {
        Grouping by = Parameters.constant(ctx, "by", Grouping.class).orElse(Grouping.ALL);
        List<RevenueSeries> all = history.wonByMonth(by, Parameters.text(ctx, "currency"), Parameters.asOf(ctx));
        Optional<String> key = Parameters.text(ctx, "key");
        if (key.isEmpty()) {
            return all;
        }
        RevenueSeries one = all.stream()
                .filter(series -> series.key().equals(key.get()))
                .findFirst()
                .orElseThrow(() -> ENTITY_NOT_FOUND.because(
                        "nothing was won by a %s with the key '%s'; leave out the key to see all", by, key.get()));
        return List.of(one);
    }

    private RevenueForecast forecast(RevenueSeries series, Outlook outlook, Levels levels, Optional<String> model) {
        List<BigDecimal> months =
                series.months().stream().map(month -> month.amount()).toList();
        double[] values = months.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        ForecastAnswer answer =
                forecasts.forecast(series.name(), new TimeSeries(values, MONTHS_A_YEAR), outlook, model);
        return new RevenueForecast(
                series.key(),
                series.name(),
                series.currency(),
                series.start(),
                months,
                series.start().plusMonths(months.size()),
                answer.model(),
                answer.inputHash(),
                answer.forecast().mean(),
                Interval.of(answer, levels));
    }

    private static int horizon(Context ctx) {
        int horizon = Parameters.number(ctx, "horizon").orElse(USUAL_HORIZON);
        if (horizon < 1 || horizon > Outlook.FURTHEST) {
            throw INVALID_PARAMETER
                    .because("horizon must be 1 to %d months, not %d", Outlook.FURTHEST, horizon)
                    .at("/horizon");
        }
        return horizon;
    }

    record RevenueForecast(
            String key,
            String name,
            String currency,
            YearMonth start,
            List<BigDecimal> history,
            YearMonth firstForecastMonth,
            ModelInfo model,
            String inputHash,
            List<Double> mean,
            List<Interval> intervals) {}
}
