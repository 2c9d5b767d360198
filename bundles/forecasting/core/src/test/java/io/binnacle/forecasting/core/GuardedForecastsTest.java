package io.binnacle.forecasting.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.ForecastError;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.ModelStatus;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.testkit.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.ServiceRegistration;

class GuardedForecastsTest {

    private static final TimeSeries HISTORY = TimeSeries.of(3, 5, 4, 6);
    private static final Outlook OUTLOOK = new Outlook(2, List.of(0.8, 0.95), 42);

    @RegisterExtension
    static final Framework framework = new Framework();

    private final TestClock clock = new TestClock();
    private final ModelRegistry registry = new ModelRegistry(clock, Duration.ofMillis(200));
    private final GuardedForecasts forecasts = new GuardedForecasts(registry, List.of("theta", "seasonal-naive"));

    @Test
    void names_the_model_its_bundle_and_version() {
        framework.offer(registry, "theta", Models.flat(7));

        ForecastAnswer answer = forecast(Optional.of("theta"));

        assertThat(answer.model().id()).isEqualTo("theta");
        assertThat(answer.model().bundle()).isEqualTo(framework.bundle());
        assertThat(answer.model().version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(answer.forecast().mean()).containsExactly(7.0, 7.0);
        assertThat(answer.series()).isEqualTo("sales");
    }

    @Test
    void says_what_is_installed_when_a_model_is_missing() {
        framework.offer(registry, "theta", Models.flat(7));
        framework.offer(registry, "ets", Models.flat(7));

        assertFails(() -> forecast(Optional.of("oracle")), ForecastError.MODEL_NOT_FOUND, "'oracle'", "[ets, theta]");
    }

    @Test
    void prefers_the_default_models_in_their_order() {
        framework.offer(registry, "another", Models.flat(1));
        framework.offer(registry, "seasonal-naive", Models.flat(2));
        assertThat(forecast(Optional.empty()).model().id()).isEqualTo("seasonal-naive");

        framework.offer(registry, "theta", Models.flat(3));
        assertThat(forecast(Optional.empty()).model().id()).isEqualTo("theta");
    }

    @Test
    void asks_models_as_they_recommend_themselves_where_no_default_is_set() {
        GuardedForecasts unset = new GuardedForecasts(registry, List.of());
        framework.offer(registry, "for-some-series", Models.flat(9));
        framework.offerPreferred(registry, "simple", 100, Models.flat(1));
        framework.offerPreferred(registry, "better", 200, Models.flat(2));
        framework.offerPreferred(registry, "best-of-long-series", 300, Models.flat(5, 3));

        ForecastAnswer answer = unset.forecast("sales", HISTORY, OUTLOOK, Optional.empty());

        assertThat(answer.model().id()).isEqualTo("better");
    }

    @Test
    void says_so_when_no_model_recommends_itself() {
        GuardedForecasts unset = new GuardedForecasts(registry, List.of());
        framework.offer(registry, "for-some-series", Models.flat(9));

        assertFails(
                () -> unset.forecast("sales", HISTORY, OUTLOOK, Optional.empty()),
                ForecastError.MODEL_NOT_FOUND,
                "installed: [for-some-series]");
    }

    @Test
    void reads_the_default_models_as_a_list_or_as_one_text() {
        assertThat(GuardedForecasts.ids("theta", "ets")).containsExactly("theta", "ets");
        assertThat(GuardedForecasts.ids("theta, ets,")).containsExactly("theta", "ets");
    }

    @Test
    void passes_over_a_default_model_that_needs_more_history() {
        framework.offer(registry, "theta", Models.flat(5, 3));
        framework.offer(registry, "seasonal-naive", Models.flat(4, 2));

        assertThat(forecast(Optional.empty()).model().id()).isEqualTo("seasonal-naive");
    }

    @Test
    void says_how_much_history_is_needed_when_there_is_too_little_for_all() {
        framework.offer(registry, "theta", Models.flat(8, 3));
        framework.offer(registry, "seasonal-naive", Models.flat(6, 2));

        assertFails(() -> forecast(Optional.empty()), ForecastError.HISTORY_TOO_SHORT, "4 observations", "6 or more");
    }

    @Test
    void says_so_when_no_default_model_is_there() {
        framework.offer(registry, "ets", Models.flat(7));

        assertFails(
                () -> forecast(Optional.empty()),
                ForecastError.MODEL_NOT_FOUND,
                "[theta, seasonal-naive]",
                "installed: [ets]");
    }

    @Test
    void goes_on_to_the_next_default_model_when_one_fails_and_says_which_answered() {
        framework.offer(registry, "theta", failing(new IllegalStateException("no luck")));
        framework.offer(registry, "seasonal-naive", Models.flat(2));

        assertThat(forecast(Optional.empty()).model().id()).isEqualTo("seasonal-naive");
    }

    @Test
    void a_model_that_hangs_is_degraded_at_once_and_left_alone() {
        CountDownLatch never = new CountDownLatch(1);
        framework.offer(registry, "theta", answering((history, outlook) -> {
            awaitQuietly(never);
            return null;
        }));
        framework.offer(registry, "seasonal-naive", Models.flat(2));

        assertThat(forecast(Optional.empty()).model().id()).isEqualTo("seasonal-naive");

        ModelStatus status = forecasts.statuses().get(1);
        assertThat(status.id()).isEqualTo("theta");
        assertThat(status.state()).isEqualTo(ModelStatus.State.DEGRADED);
        assertThat(status.problem().orElseThrow()).contains("did not answer within");
        assertThat(status.since()).contains(TestClock.START);
        assertFails(
                () -> forecast(Optional.of("theta")),
                ForecastError.MODEL_FAILED,
                "degraded since 2026-11-02",
                "did not answer within");
        never.countDown();
    }

    @Test
    void three_failures_in_a_row_degrade_a_model_and_a_trial_later_can_restore_it() {
        AtomicInteger calls = new AtomicInteger();
        AtomicBoolean broken = new AtomicBoolean(true);
        framework.offer(registry, "theta", answering((history, outlook) -> {
            calls.incrementAndGet();
            if (broken.get()) {
                throw new IllegalStateException("no luck");
            }
            return Models.flat(7).forecast(history, outlook);
        }));
        framework.offer(registry, "seasonal-naive", Models.flat(2));

        for (int call = 0; call < 5; call++) {
            assertThat(forecast(Optional.empty()).model().id()).isEqualTo("seasonal-naive");
        }
        assertThat(calls).hasValue(3);

        broken.set(false);
        clock.advance(Duration.ofMinutes(5));

        assertThat(forecast(Optional.empty()).model().id()).isEqualTo("theta");
        assertThat(forecasts.statuses()).extracting(ModelStatus::state).containsOnly(ModelStatus.State.READY);
    }

    @Test
    void never_replaces_a_model_that_was_asked_for() {
        framework.offer(registry, "theta", failing(new IllegalStateException("no luck")));
        framework.offer(registry, "seasonal-naive", Models.flat(2));

        assertFails(() -> forecast(Optional.of("theta")), ForecastError.MODEL_FAILED, "theta", "no luck");
    }

    @Test
    void a_series_that_a_model_does_not_take_is_told_so_and_does_not_count_against_the_model() {
        framework.offer(
                registry, "theta", failing(ForecastError.INVALID_SERIES.because("theta takes no season of 7 periods")));

        for (int call = 0; call < 5; call++) {
            assertFails(() -> forecast(Optional.of("theta")), ForecastError.INVALID_SERIES, "no season of 7 periods");
        }
        assertThat(forecasts.statuses()).extracting(ModelStatus::state).containsOnly(ModelStatus.State.READY);
    }

    @Test
    void holds_the_model_to_blame_when_its_classes_are_gone() {
        framework.offer(registry, "theta", answering((history, outlook) -> {
            throw new NoClassDefFoundError("io/binnacle/forecasting/theta/ThetaFit");
        }));

        assertFails(() -> forecast(Optional.of("theta")), ForecastError.MODEL_FAILED, "theta", "ThetaFit");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("garbage")
    void refuses_garbage_and_says_what_is_wrong_with_it(Forecast answer, String fault) {
        framework.offer(registry, "theta", answering((history, outlook) -> answer));

        assertFails(() -> forecast(Optional.of("theta")), ForecastError.MODEL_FAILED, "theta", fault);
    }

    static Stream<Arguments> garbage() {
        List<Double> mean = List.of(5.0, 5.0);
        PredictionInterval narrow = interval(0.8, 4, 6);
        PredictionInterval wide = interval(0.95, 3, 7);
        return Stream.of(
                Arguments.of(null, "no forecast at all"),
                Arguments.of(new Forecast(List.of(5.0), List.of(narrow, wide)), "1 periods instead of 2"),
                Arguments.of(
                        new Forecast(List.of(5.0, Double.NaN), List.of(narrow, wide)), "the mean of period 2 is NaN"),
                Arguments.of(new Forecast(mean, List.of(narrow)), "levels [0.8] instead of [0.8, 0.95]"),
                Arguments.of(new Forecast(mean, List.of(wide, narrow)), "levels [0.95, 0.8]"),
                Arguments.of(
                        new Forecast(mean, List.of(narrow, interval(0.95, 3, Double.POSITIVE_INFINITY))),
                        "the upper bound of period 1 is Infinity at level 0.95"),
                Arguments.of(
                        new Forecast(mean, List.of(interval(0.8, 6, 4), wide)),
                        "period 1 at level 0.8 has its lower bound above"),
                Arguments.of(
                        new Forecast(mean, List.of(narrow, interval(0.95, 4.5, 7))),
                        "period 1 at level 0.95 does not hold"));
    }

    @Test
    void a_forecast_that_is_running_finishes_when_its_model_leaves() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        ForecastModel slow = answering((history, outlook) -> {
            running.countDown();
            awaitQuietly(left);
            return Models.flat(9).forecast(history, outlook);
        });
        ServiceRegistration<ForecastModel> registration = framework.offer(registry, "theta", slow);
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            Future<ForecastAnswer> answer = caller.submit(() -> forecast(Optional.of("theta")));
            running.await();
            registry.removeModel(registration.getReference(), slow);
            left.countDown();

            assertThat(answer.get().forecast().mean()).containsExactly(9.0, 9.0);
            assertThat(forecasts.models()).isEmpty();
        } finally {
            caller.shutdownNow();
        }
    }

    @Test
    void of_two_models_with_one_id_the_higher_ranking_serves_until_it_leaves() {
        framework.offer(registry, "theta", 0, Models.flat(1));
        ForecastModel better = Models.flat(2);
        ServiceRegistration<ForecastModel> registration = framework.offer(registry, "theta", 10, better);

        assertThat(forecasts.models()).extracting(ModelInfo::id).containsExactly("theta");
        assertThat(forecast(Optional.of("theta")).forecast().mean()).containsOnly(2.0);

        registry.removeModel(registration.getReference(), better);
        assertThat(forecast(Optional.of("theta")).forecast().mean()).containsOnly(1.0);
    }

    @Test
    void a_newer_version_goes_before_an_older_one() {
        InstalledModel older = installed("0.9.0", 1);
        InstalledModel newer = installed("0.10.0", 2);

        assertThat(Stream.of(newer, older).max(InstalledModel.PRECEDENCE)).hasValue(newer);
        assertThat(Stream.of(older, newer).max(InstalledModel.PRECEDENCE)).hasValue(newer);
    }

    @Test
    void the_same_inputs_have_the_same_hash_and_others_another() {
        framework.offer(registry, "theta", Models.flat(7));
        String hash = forecast(Optional.empty()).inputHash();

        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(InputHash.of(TimeSeries.of(3, 5, 4, 6), OUTLOOK)).isEqualTo(hash);
        assertThat(InputHash.of(TimeSeries.of(3, 5, 4, 6.000000000000001), OUTLOOK))
                .isNotEqualTo(hash);
        assertThat(InputHash.of(HISTORY.withSeasonLength(4), OUTLOOK)).isNotEqualTo(hash);
        assertThat(InputHash.of(HISTORY, new Outlook(2, List.of(0.8, 0.95), 43)))
                .isNotEqualTo(hash);
    }

    private ForecastAnswer forecast(Optional<String> model) {
        return forecasts.forecast("sales", HISTORY, OUTLOOK, model);
    }

    private static void assertFails(ThrowingCallable call, ForecastError code, String... parts) {
        assertThatThrownBy(call)
                .hasMessageContainingAll(parts)
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(code));
    }

    private static ForecastModel answering(BiFunction<TimeSeries, Outlook, Forecast> answer) {
        return Models.answering(answer);
    }

    private static ForecastModel failing(RuntimeException failure) {
        return Models.answering((history, outlook) -> {
            throw failure;
        });
    }

    private static InstalledModel installed(String version, long serviceId) {
        return new InstalledModel(
                new ModelInfo("theta", version, "bundle"), 0, 0, serviceId, Models.flat(0), null, null);
    }

    private static PredictionInterval interval(double level, double lower, double upper) {
        return new PredictionInterval(level, List.of(lower, lower), List.of(upper, upper));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
