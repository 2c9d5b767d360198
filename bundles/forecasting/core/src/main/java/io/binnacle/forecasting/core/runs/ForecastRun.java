package io.binnacle.forecasting.core.runs;

import com.github.f4b6a3.uuid.UuidCreator;
import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.ForecastScope;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.DoubleStream;

/**
 * A forecast that was given, with all that is needed to make it again.
 *
 * @param madeAt when this model first answered this question
 * @param firstPeriod the month that follows the series, where its periods are known to be months
 */
public record ForecastRun(
        UUID id,
        Instant madeAt,
        String madeBy,
        String series,
        ModelInfo model,
        ForecastScope scope,
        Optional<YearMonth> firstPeriod,
        String inputHash,
        Input input,
        Forecast forecast) {

    /** A run that is made now. */
    public static ForecastRun of(
            RecordedForecasts.Question question, ForecastAnswer answer, Principal by, Clock clock) {
        return new ForecastRun(
                UuidCreator.getTimeOrderedEpoch(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by.name(),
                question.series(),
                answer.model(),
                question.scope(),
                question.firstPeriod(),
                answer.inputHash(),
                Input.of(question.history(), question.outlook()),
                answer.forecast());
    }

    /** The question. */
    public record Input(List<Double> values, int seasonLength, int horizon, List<Double> levels, long seed) {

        static Input of(TimeSeries history, Outlook outlook) {
            return new Input(
                    DoubleStream.of(history.toArray()).boxed().toList(),
                    history.seasonLength(),
                    outlook.horizon(),
                    outlook.levels(),
                    outlook.seed());
        }

        public TimeSeries history() {
            double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
            return new TimeSeries(numbers, seasonLength);
        }

        public Outlook outlook() {
            return new Outlook(horizon, levels, seed);
        }
    }
}
