package io.binnacle.platform.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastError;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.error.PlatformException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ForecastModel} promises. Extend it in the model's test; when it passes, the model fits. */
public abstract class ForecastModelContract {

    private static final int LONG = 72;
    private static final List<Double> LEVELS = List.of(0.5, 0.8, 0.95, 0.999);

    /** The model under test; every call may bring a new one. */
    protected abstract ForecastModel model();

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void forecasts_exactly_the_horizon(int horizon) {
        Outlook outlook = new Outlook(horizon, LEVELS, 42);

        assertSound(model().forecast(seasonal(LONG, 12), outlook), outlook);
    }

    @Test
    void answers_no_interval_when_no_level_is_asked_for() {
        Outlook outlook = new Outlook(6, List.of(), 42);

        assertSound(model().forecast(seasonal(LONG, 12), outlook), outlook);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12})
    void forecasts_from_the_shortest_history_it_accepts(int seasonLength) {
        int shortest = model().minimumHistory(seasonLength);
        Outlook outlook = new Outlook(2 * seasonLength, LEVELS, 42);

        assertThat(shortest).isPositive();
        assertSound(model().forecast(seasonal(shortest, seasonLength), outlook), outlook);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 12})
    void refuses_a_shorter_history(int seasonLength) {
        int tooShort = model().minimumHistory(seasonLength) - 1;
        assumeThat(tooShort).as("observations fewer than the least").isPositive();

        assertThatThrownBy(() -> model().forecast(seasonal(tooShort, seasonLength), new Outlook(1, LEVELS, 42)))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(ForecastError.HISTORY_TOO_SHORT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("awkward")
    void copes_with(String what, TimeSeries history) {
        Outlook outlook = new Outlook(24, LEVELS, 42);

        assertSound(model().forecast(history, outlook), outlook);
    }

    @Test
    void repeats_itself_to_the_bit_and_leaves_its_input_alone() {
        TimeSeries history = seasonal(LONG, 12);
        Outlook outlook = new Outlook(24, LEVELS, 42);

        Forecast first = model().forecast(history, outlook);

        assertThat(model().forecast(history, outlook)).isEqualTo(first);
        assertThat(history).isEqualTo(seasonal(LONG, 12));
    }

    @Test
    void gives_four_threads_the_same_forecast() throws Exception {
        ForecastModel shared = model();
        Outlook outlook = new Outlook(12, LEVELS, 42);
        List<TimeSeries> histories = IntStream.range(40, LONG)
                .mapToObj(length -> seasonal(length, 12))
                .toList();
        List<Forecast> alone = forecasts(shared, histories, outlook);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Forecast>>> together = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                together.add(threads.submit(() -> forecasts(shared, histories, outlook)));
            }
            for (Future<List<Forecast>> answers : together) {
                assertThat(answers.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    static Stream<Arguments> awkward() {
        return Stream.of(
                series("a constant", 1, t -> 7.3),
                series("a seasonal constant", 12, t -> 7.3),
                series("zeros", 12, t -> 0),
                series("negative values", 12, t -> -100 - wave(t, 12)),
                series("both signs", 4, t -> wave(t, 4) - 0.5),
                series("mostly zeros", 12, t -> t % 9 == 4 ? 120 + t : 0),
                series("huge values", 12, t -> 1e12 * (2 + wave(t, 12))),
                series("tiny values", 12, t -> 1e-9 * (2 + wave(t, 12))),
                series("a straight line", 1, t -> 3 + 2 * t),
                series("one outlier", 12, t -> t == 50 ? 1e6 : 20 + wave(t, 12)));
    }

    private static Arguments series(String what, int seasonLength, IntToDoubleFunction value) {
        double[] values =
                IntStream.range(0, LONG).mapToDouble(value::applyAsDouble).toArray();
        return Arguments.of(what, new TimeSeries(values, seasonLength));
    }

    private static TimeSeries seasonal(int length, int seasonLength) {
        double[] values = IntStream.range(0, length)
                .mapToDouble(t -> 100 + t + 20 * wave(t, seasonLength) + t * 7919 % 13)
                .toArray();
        return new TimeSeries(values, seasonLength);
    }

    private static double wave(int t, int seasonLength) {
        return t % seasonLength / (double) seasonLength;
    }

    private static List<Forecast> forecasts(ForecastModel model, List<TimeSeries> histories, Outlook outlook) {
        return histories.stream()
                .map(history -> model.forecast(history, outlook))
                .toList();
    }

    private static void assertSound(Forecast forecast, Outlook outlook) {
        assertPeriods(forecast.mean(), outlook);
        assertThat(forecast.intervals()).extracting(PredictionInterval::level).isEqualTo(outlook.levels());
        for (PredictionInterval interval : forecast.intervals()) {
            assertPeriods(interval.lower(), outlook);
            assertPeriods(interval.upper(), outlook);
        }
        for (int period = 0; period < outlook.horizon(); period++) {
            assertNested(forecast, period);
        }
    }

    private static void assertPeriods(List<Double> values, Outlook outlook) {
        assertThat(values).hasSize(outlook.horizon()).allMatch(Double::isFinite, "is finite");
    }

    private static void assertNested(Forecast forecast, int period) {
        List<Double> bounds = new ArrayList<>();
        for (PredictionInterval interval : forecast.intervals()) {
            bounds.add(0, interval.lower().get(period));
            bounds.add(interval.upper().get(period));
        }
        assertThat(bounds)
                .as("bounds from the widest level inwards, period %d", period)
                .isSorted();
    }
}
