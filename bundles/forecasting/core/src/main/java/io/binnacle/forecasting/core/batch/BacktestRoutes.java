package io.binnacle.forecasting.core.batch;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;
import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.core.Champions;
import io.binnacle.forecasting.core.evaluation.Cut;
import io.binnacle.forecasting.core.roles.Alias;
import io.binnacle.platform.api.http.Parameters;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.operation.Operations;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Backtests over HTTP: models are scored side by side on a file of series, while an operation tells how far. */
@Component
public final class BacktestRoutes implements RouteModule {

    private final Forecasts forecasts;
    private final Operations operations;
    private final BatchFolder folder;
    private final List<Champions> champions;

    @Activate
    public BacktestRoutes(
            @Reference Forecasts forecasts,
            @Reference Operations operations,
            @Reference BatchFolder folder,
            @Reference(cardinality = MULTIPLE, policyOption = GREEDY) List<Champions> champions) {
        this.forecasts = forecasts;
        this.operations = operations;
        this.folder = folder;
        this.champions = champions;
    }

    @Override
    public void routes(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/forecasting/backtests", this::start, Role.SELLER);
    }

    private void start(Context ctx) {
        BacktestOrder order = order(ctx);
        SeriesUpload upload = SeriesUpload.of(ctx, folder);
        upload.accept(
                ctx,
                operations,
                "forecasting.backtest",
                progress -> BacktestResult.of(upload.read(
                        progress, order.labels(), (series, each) -> Backtest.run(forecasts, series, order, each))));
    }

    private BacktestOrder order(Context ctx) {
        String reference = Parameters.text(ctx, "against").orElse("seasonal-naive");
        List<String> asked = Parameters.text(ctx, "models")
                .map(text -> Arrays.stream(text.split(",")).map(String::strip).toList())
                .orElse(List.of());
        return new BacktestOrder(
                BacktestOrder.judged(InstalledIds.of(forecasts), asked, champion(scope(ctx)), reference),
                reference,
                BacktestOrder.level("level", Parameters.text(ctx, "level").orElse("95")),
                Parameters.constant(ctx, "by", Cut.class).map(Set::of).orElse(Set.of()),
                Seasons.parse("season", Parameters.text(ctx, "season").orElse("auto")),
                Parameters.text(ctx, "horizon")
                        .map(text -> Numbers.between("horizon", text, 1, Outlook.FURTHEST))
                        .orElse(0),
                Numbers.between("origins", Parameters.text(ctx, "origins").orElse("1"), 1, BacktestOrder.MOST_ORIGINS),
                Runtime.getRuntime().availableProcessors());
    }

    private Optional<String> champion(ForecastScope scope) {
        return champions.stream()
                .flatMap(known -> known.of(scope).stream())
                .map(Alias::model)
                .findFirst();
    }

    private static ForecastScope scope(Context ctx) {
        try {
            return new ForecastScope(
                    Parameters.text(ctx, "metric").orElse(ForecastScope.ANY),
                    Parameters.text(ctx, "segment").orElse(ForecastScope.ALL));
        } catch (IllegalArgumentException e) {
            throw INVALID_PARAMETER.because("%s", e.getMessage());
        }
    }
}
