package io.binnacle.forecasting.core;

import static io.binnacle.platform.api.error.PlatformError.ENTITY_NOT_FOUND;
import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.core.runs.RecordedForecasts;
import io.binnacle.forecasting.core.runs.RecordedForecasts.Question;
import io.binnacle.forecasting.core.runs.RecordedForecasts.Recorded;
import io.binnacle.pipeline.api.RevenueHistory;
import io.binnacle.pipeline.api.RevenueHistory.Grouping;
import io.binnacle.pipeline.api.RevenueSeries;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forecasts of won revenue. Lower bounds below zero stay as the model gave them. */
@Component
public final class PipelineForecastRoutes implements RouteModule {

    private static final int USUAL_HORIZON = 6;
    private static final int MONTHS_A_YEAR = 12;
    private static final String METRIC = "revenue";
    private static final int LONGEST_SEGMENT = 120;

    // A key may have any characters; a segment stands in paths.
    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N} ._-]");

    private final RevenueHistory history;
    private final RecordedForecasts forecasts;

    @Activate
    public PipelineForecastRoutes(@Reference RevenueHistory history, @Reference RecordedForecasts forecasts) {
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
        Grouping by = Parameters.constant(ctx, "by", Grouping.class).orElse(Grouping.ALL);
        List<RevenueSeries> series = series(ctx, by);
        List<Question> questions = series.stream()
                .map(one -> new Question(
                        one.name(), values(one), outlook, scope(by, one), Optional.of(firstForecastMonth(one))))
                .toList();
        List<ForecastAnswer> answers = questions.stream()
                .map(question -> forecasts.answer(question, model))
                .toList();
        List<Recorded> kept = forecasts.keep(questions, answers, Caller.of(ctx));
        ctx.json(Map.of(
                "forecasts",
                IntStream.range(0, kept.size())
                        .mapToObj(i -> RevenueForecast.of(series.get(i), kept.get(i), levels))
                        .toList()));
    }

    private static ForecastScope scope(Grouping by, RevenueSeries series) {
        if (by == Grouping.ALL) {
            return new ForecastScope(METRIC, ForecastScope.ALL);
        }
        String key = UNFIT.matcher(series.key()).replaceAll("_");
        String segment = by.name().toLowerCase(Locale.ROOT) + "." + key;
        return new ForecastScope(METRIC, segment.substring(0, Math.min(segment.length(), LONGEST_SEGMENT)));
    }

    private static YearMonth firstForecastMonth(RevenueSeries series) {
        return series.start().plusMonths(series.months().size());
    }

    private List<RevenueSeries> series(Context ctx, Grouping by) {
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

    private static TimeSeries values(RevenueSeries series) {
        double[] values = series.months().stream()
                .mapToDouble(month -> month.amount().doubleValue())
                .toArray();
        return new TimeSeries(values, MONTHS_A_YEAR);
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
            UUID run,
            ModelInfo model,
            String inputHash,
            List<Double> mean,
            List<Interval> intervals) {

        static RevenueForecast of(RevenueSeries series, Recorded recorded, Levels levels) {
            ForecastAnswer answer = recorded.answer();
            return new RevenueForecast(
                    series.key(),
                    series.name(),
                    series.currency(),
                    series.start(),
                    series.months().stream().map(Money::amount).toList(),
                    PipelineForecastRoutes.firstForecastMonth(series),
                    recorded.run(),
                    answer.model(),
                    answer.inputHash(),
                    answer.forecast().mean(),
                    Interval.of(answer, levels));
        }
    }
}
