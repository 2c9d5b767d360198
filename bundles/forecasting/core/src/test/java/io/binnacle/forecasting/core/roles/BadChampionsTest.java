package io.binnacle.forecasting.core.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.core.ForecastRoutes;
import io.binnacle.forecasting.core.Framework;
import io.binnacle.forecasting.core.Models;
import io.binnacle.forecasting.core.TestForecasts;
import io.binnacle.forecasting.core.TestRoutes;
import io.binnacle.forecasting.core.runs.RecordedForecasts;
import io.binnacle.forecasting.core.runs.RunRoutes;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A champion that passed its trial and goes bad afterwards. */
class BadChampionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int FAILURES_TO_BE_DEGRADED = 3;

    @RegisterExtension
    static final Framework framework = new Framework();

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("forecasting");

    @RegisterExtension
    final TestRoutes http = new TestRoutes();

    private final AtomicReference<Function<Outlook, Forecast>> behaviour = new AtomicReference<>();

    static Stream<Arguments> bad() {
        return Stream.of(
                bad("throws", outlook -> {
                    throw new IllegalStateException("no idea");
                }),
                bad("mean of period 1 is NaN", outlook -> flat(outlook, outlook.horizon(), Double.NaN, 1, 2)),
                bad("periods instead of", outlook -> flat(outlook, outlook.horizon() + 1, 1, 1, 2)),
                bad("lower bound above its upper one", outlook -> flat(outlook, outlook.horizon(), 1, 2, 1)),
                bad("did not answer within", outlook -> hang()));
    }

    private static Arguments bad(String told, Function<Outlook, Forecast> answer) {
        return Arguments.of(told.equals("throws") ? "no idea" : told, answer);
    }

    private static Forecast flat(Outlook outlook, int periods, double mean, double lower, double upper) {
        List<PredictionInterval> intervals = outlook.levels().stream()
                .map(level -> new PredictionInterval(
                        level, Collections.nCopies(periods, lower), Collections.nCopies(periods, upper)))
                .toList();
        return new Forecast(Collections.nCopies(periods, mean), intervals);
    }

    private static Forecast hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("interrupted");
    }

    @ParameterizedTest
    @MethodSource("bad")
    void the_one_before_answers_what_was_forecast_stays_and_the_reason_is_told(
            String told, Function<Outlook, Forecast> bad) {
        String scope = "/api/v1/forecasting/aliases/m" + Integer.toHexString(told.hashCode()) + "/all";
        behaviour.set(outlook -> flat(outlook, outlook.horizon(), 7, 6, 8));
        serve();
        JsonNode first = http.put(scope, "{\"champion\": \"good\"}");
        http.put(scope, first.get("version").asLong(), "{\"champion\": \"turning\"}");
        JsonNode before = ask(told, 0);
        assertThat(before.at("/model/id").asText()).isEqualTo("turning");

        behaviour.set(bad);
        for (int question = 1; question <= FAILURES_TO_BE_DEGRADED; question++) {
            assertThat(ask(told, question).at("/model/id").asText()).isEqualTo("good");
        }

        JsonNode model = http.get("/api/v1/forecasting/models/turning");
        assertThat(model.get("state").asText()).isEqualTo("DEGRADED");
        assertThat(model.get("problem").asText()).contains(told);
        assertThat(model.get("since").asText()).isNotEmpty();
        JsonNode kept = http.get("/api/v1/forecasting/runs/" + before.get("run").asText());
        assertThat(kept.at("/forecast/mean/0").asDouble()).isEqualTo(7);
        assertThat(kept.at("/model/id").asText()).isEqualTo("turning");
    }

    private void serve() {
        ForecastModel turning =
                Models.answering((history, outlook) -> behaviour.get().apply(outlook));
        JournaledRoles roles = new JournaledRoles(db.database(), db.journal(), db.clock());
        Forecasts forecasts = TestForecasts.over(
                framework,
                PATIENCE,
                List.of("usual"),
                Map.of("usual", Models.flat(1), "good", Models.flat(2), "turning", turning),
                roles);
        RecordedForecasts recorded = new RecordedForecasts(forecasts, db.database(), db.clock());
        http.serve(
                new RoleRoutes(roles, forecasts, db.database(), db.clock()),
                new ForecastRoutes(forecasts, recorded),
                new RunRoutes(recorded));
    }

    private JsonNode ask(String told, int question) {
        String metric = "m" + Integer.toHexString(told.hashCode());
        return http.post(
                        "/api/v1/forecasting/forecasts",
                        "{\"series\": [{\"id\": \"a\", \"values\": [1, 2, " + question + "]}], \"horizon\": 2,"
                                + " \"metric\": \"" + metric + "\"}")
                .at("/forecasts/0");
    }
}
