package io.binnacle.forecasting.core.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.PredictionInterval;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.core.ForecastRoutes;
import io.binnacle.forecasting.core.Framework;
import io.binnacle.forecasting.core.Models;
import io.binnacle.forecasting.core.TestForecasts;
import io.binnacle.forecasting.core.TestRoutes;
import io.binnacle.forecasting.core.runs.RecordedForecasts;
import io.binnacle.platform.testkit.TestDatabase;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PromotionTest {

    private static final String ALIASES = "/api/v1/forecasting/aliases/";
    private static final int FIRST_ORIGIN = 12;
    private static final int SERIES = 3;
    private static final int MISSED = 5;
    private static final String RULE = "{\"measure\": \"WAPE\", \"mostRatio\": 0.95, \"level\": 0.8,"
            + " \"leastCoverage\": 0.75, \"mostCoverage\": 0.9, \"leastPeriods\": 6%s}";

    @RegisterExtension
    static final Framework framework = new Framework();

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("forecasting");

    @RegisterExtension
    final TestRoutes http = new TestRoutes();

    private final AtomicBoolean broken = new AtomicBoolean();
    private final JournaledRoles roles = new JournaledRoles(db.database(), db.journal(), db.clock());

    @BeforeEach
    void start() {
        Forecasts forecasts = TestForecasts.over(
                framework, List.of("usual"), Map.of("usual", Models.flat(114), "next", next()), roles);
        RecordedForecasts recorded = new RecordedForecasts(forecasts, db.database(), db.clock());
        recorded.addWatcher(new ShadowRuns(roles, forecasts, db.database(), db.clock(), Runnable::run));
        http.serve(
                new RoleRoutes(roles, forecasts, db.database(), db.clock()), new ForecastRoutes(forecasts, recorded));
    }

    // 111 with intervals that hold 100, but for the first five of the questions that are asked below.
    private ForecastModel next() {
        return Models.answering((history, outlook) -> {
            if (broken.get()) {
                throw new IllegalStateException("broken");
            }
            double lower = question(history) < MISSED ? 105 : 90;
            List<PredictionInterval> intervals = outlook.levels().stream()
                    .map(level -> new PredictionInterval(
                            level,
                            Collections.nCopies(outlook.horizon(), lower),
                            Collections.nCopies(outlook.horizon(), 130.0)))
                    .toList();
            return new Forecast(Collections.nCopies(outlook.horizon(), 111.0), intervals);
        });
    }

    private static int question(TimeSeries history) {
        return (history.length() - FIRST_ORIGIN) * SERIES + (int) history.get(0) - 100;
    }

    @Test
    void a_challenger_needs_the_months_that_the_rule_asks_for_and_is_then_promoted_by_its_numbers() {
        JsonNode chosen = http.put(ALIASES + "quarter/all", wish("challenger", RULE.formatted("")));
        long version = chosen.get("version").asLong();
        IntStream.rangeClosed(0, 4).forEach(this::ask);

        JsonNode refused = http.post(ALIASES + "quarter/all:promote", version);

        assertThat(refused.get("code").asText()).isEqualTo("NOT_PROMOTED");
        assertThat(refused.get("detail").asText()).contains("4 months are scored", "needs 6");

        IntStream.rangeClosed(5, 8).forEach(this::ask);
        JsonNode live = http.get(ALIASES + "quarter/all/scores").at("/comparisons/0");
        JsonNode promoted = http.post(ALIASES + "quarter/all:promote", version);

        assertThat(promoted.get("comparison")).isEqualTo(live);
        assertThat(promoted.at("/roles/champion/model").asText()).isEqualTo("next");
        assertThat(promoted.at("/roles").has("challenger")).isFalse();
        JsonNode score = live.get("score");
        assertThat(score.get("periods").asInt()).isEqualTo(8);
        assertThat(score.get("points").asInt()).isEqualTo(24);
        assertThat(score.get("wape").asDouble()).isCloseTo(0.11, within(1e-12));
        assertThat(score.get("coverage").asDouble()).isCloseTo(19 / 24.0, within(1e-12));
        assertThat(live.at("/champion/wape").asDouble()).isCloseTo(0.14, within(1e-12));
        assertThat(ask(9).at("/forecasts/0/model/id").asText()).isEqualTo("next");

        broken.set(true);
        assertThat(ask(10).at("/forecasts/0/model/id").asText()).isEqualTo("usual");
        assertThat(http.post(ALIASES + "quarter/all:rollback", "").has("champion"))
                .isFalse();
    }

    @Test
    void no_rule_no_promotion() {
        JsonNode chosen = http.put(ALIASES + "lawless/all", "{\"challenger\": \"next\"}");

        JsonNode refused =
                http.post(ALIASES + "lawless/all:promote", chosen.get("version").asLong());

        assertThat(refused.get("detail").asText()).contains("no promotion rule is registered");
        assertThat(http.post(ALIASES + "lawless/all:promote", 99).get("code").asText())
                .isEqualTo("STALE_VERSION");
    }

    @Test
    void a_champion_that_does_much_worse_than_the_last_value_loses_its_place_and_the_reason_is_told() {
        http.put(ALIASES + "guarded/all", wish("champion", RULE.formatted(", \"mostOfNaive\": 3")));
        IntStream.rangeClosed(0, 5).forEach(month -> ask("guarded", month, 3));
        assertThat(http.get(ALIASES + "guarded/all").at("/champion/model").asText())
                .isEqualTo("next");

        // The sixth month comes to be known.
        ask("guarded", 6, 3);

        JsonNode now = http.get(ALIASES + "guarded/all");
        assertThat(now.has("champion")).isFalse();
        assertThat(now.at("/withdrawal/why").asText()).contains("last 6 months", "more than 3.00");
        JsonNode model = http.get("/api/v1/forecasting/models/next");
        assertThat(model.get("state").asText()).isEqualTo("DEGRADED");
        assertThat(model.get("problem").asText()).contains("repeating the last season");
        assertThat(ask("guarded", 7, 3).at("/forecasts/0/model/id").asText()).isEqualTo("usual");
    }

    private static String wish(String role, String rule) {
        return "{\"" + role + "\": \"next\", \"rule\": " + rule + "}";
    }

    private JsonNode ask(int month) {
        return ask("quarter", month, 0);
    }

    // 100 in every month but the first; with a swing, 100 and 100 + swing in turn.
    private JsonNode ask(String metric, int month, int swing) {
        String series = IntStream.range(0, SERIES)
                .mapToObj(number -> "{\"id\": \"s" + number + "\", \"start\": \"2025-01\", \"values\": "
                        + IntStream.range(0, FIRST_ORIGIN + month)
                                .map(t -> t == 0 ? 100 + number : 100 + swing * (t % 2))
                                .boxed()
                                .toList()
                        + "}")
                .collect(Collectors.joining(","));
        return http.post(
                "/api/v1/forecasting/forecasts",
                "{\"series\": [" + series + "], \"horizon\": 1, \"levels\": [80], \"seasonLength\": 1, \"metric\": \""
                        + metric + "\"}");
    }
}
