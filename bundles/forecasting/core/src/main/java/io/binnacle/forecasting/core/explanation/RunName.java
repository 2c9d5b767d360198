package io.binnacle.forecasting.core.explanation;

import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.core.runs.ForecastRun;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/** Which run is meant. */
public record RunName(
        UUID id, Instant madeAt, String series, ForecastScope scope, Optional<YearMonth> firstPeriod, ModelInfo model) {

    static RunName of(ForecastRun run) {
        return new RunName(run.id(), run.madeAt(), run.series(), run.scope(), run.firstPeriod(), run.model());
    }
}
