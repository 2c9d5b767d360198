package io.binnacle.forecasting.core.roles;

import static io.binnacle.forecasting.api.ForecastError.HISTORY_TOO_SHORT;
import static io.binnacle.forecasting.api.ForecastError.MODEL_REFUSED;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.error.PlatformException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Lets a model forecast fixed series before it gets a role, so that it is known to keep its promises, and is warm
 * when the first caller comes.
 */
final class ModelTrial {

    private static final int TIMES = 5;
    private static final int YEARS = 5;
    private static final int MONTHS = 12;
    private static final Outlook OUTLOOK = new Outlook(MONTHS, List.of(0.5, 0.8, 0.95), 42);

    private static final List<TimeSeries> SERIES = List.of(
            monthly(t -> 100 + 2 * t + 20 * Math.sin(2 * Math.PI * t / MONTHS)),
            monthly(t -> 250),
            monthly(t -> 0),
            monthly(t -> t % 5 == 0 ? 3 : 0),
            monthly(t -> -40 + t),
            monthly(t -> 1e9 * (1 + t % 7)));

    private final Forecasts forecasts;

    ModelTrial(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    /**
     * The build that answers to a name now.
     *
     * @throws PlatformException MODEL_NOT_FOUND, or MODEL_REFUSED with what it did wrong
     */
    Alias passed(String model) {
        List<ForecastAnswer> answers = SERIES.stream()
                .flatMap(series -> repeated(model, series).stream())
                .toList();
        if (answers.isEmpty()) {
            throw MODEL_REFUSED.because(
                    "model %s takes none of the series it was tried with, each %d months long", model, YEARS * MONTHS);
        }
        return new Alias(model, answers.get(0).model());
    }

    private Optional<ForecastAnswer> repeated(String model, TimeSeries series) {
        Optional<ForecastAnswer> first = answer(model, series);
        for (int again = 1; again < TIMES && first.isPresent(); again++) {
            if (!answer(model, series).equals(first)) {
                throw MODEL_REFUSED.because("model %s does not repeat itself on the same series of a trial", model);
            }
        }
        return first;
    }

    // What is too short for it, it may refuse.
    private Optional<ForecastAnswer> answer(String model, TimeSeries series) {
        try {
            return Optional.of(forecasts.forecast("trial", series, OUTLOOK, Optional.of(model)));
        } catch (PlatformException e) {
            if (e.code() == HISTORY_TOO_SHORT) {
                return Optional.empty();
            }
            throw switch (e.code().culprit()) {
                case NOT_FOUND -> e;
                default ->
                    MODEL_REFUSED
                            .because("model %s fails on a series that it is tried with: %s", model, e.getMessage())
                            .causedBy(e);
            };
        }
    }

    private static TimeSeries monthly(IntToDoubleFunction value) {
        DoubleStream values = IntStream.range(0, YEARS * MONTHS).mapToDouble(value);
        return new TimeSeries(values.toArray(), MONTHS);
    }
}
