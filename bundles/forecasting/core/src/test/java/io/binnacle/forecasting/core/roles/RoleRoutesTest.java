package io.binnacle.forecasting.core.roles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.forecasting.api.Forecast;
import io.binnacle.forecasting.api.ForecastModel;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.core.ForecastRoutes;
import io.binnacle.forecasting.core.Framework;
import io.binnacle.forecasting.core.Models;
import io.binnacle.forecasting.core.TestForecasts;
import io.binnacle.forecasting.core.TestRoutes;
import io.binnacle.forecasting.core.runs.RecordedForecasts;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoleRoutesTest {

    private static final String ALIASES = "/api/v1/forecasting/aliases";

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
        ForecastModel fragile = Models.answering((history, outlook) -> {
            if (broken.get()) {
                throw new IllegalStateException("broken");
            }
            return Models.flat(3).forecast(history, outlook);
        });
        ForecastModel garbage = Models.answering(
                (history, outlook) -> new Forecast(Collections.nCopies(outlook.horizon(), Double.NaN), List.of()));
        Forecasts forecasts = TestForecasts.over(
                framework,
                List.of("usual"),
                Map.of("usual", Models.flat(1), "other", Models.flat(2), "fragile", fragile, "garbage", garbage),
                roles);
        http.serve(
                new RoleRoutes(roles, forecasts, db.database(), db.clock()),
                new ForecastRoutes(forecasts, new RecordedForecasts(forecasts, db.database(), db.clock())));
    }

    @Test
    void the_champion_of_a_metric_and_segment_answers_where_nobody_names_a_model() {
        JsonNode chosen = http.put(ALIASES + "/usage/north", "{\"champion\": \"other\"}");
        http.put(ALIASES + "/usage/all", "{\"champion\": \"fragile\"}");

        assertThat(chosen.at("/champion/model").asText()).isEqualTo("other");
        assertThat(chosen.at("/champion/build/digest").asText()).hasSize(64);
        assertThat(answering("usage", "north")).isEqualTo("other");
        assertThat(answering("usage", "south")).isEqualTo("fragile");
        assertThat(answering("revenue", "north")).isEqualTo("usual");
    }

    @Test
    void a_champion_that_fails_is_followed_by_the_one_before() {
        JsonNode first = http.put(ALIASES + "/falling/all", "{\"champion\": \"other\"}");
        http.put(ALIASES + "/falling/all", first.get("version").asLong(), "{\"champion\": \"fragile\"}");
        assertThat(answering("falling", "all")).isEqualTo("fragile");

        broken.set(true);

        assertThat(answering("falling", "all")).isEqualTo("other");
    }

    @Test
    void the_champion_before_comes_back_by_one_call_and_the_platforms_choice_after_the_last() {
        JsonNode first = http.put(ALIASES + "/rolled/all", "{\"champion\": \"other\"}");
        http.put(ALIASES + "/rolled/all", first.get("version").asLong(), "{\"champion\": \"fragile\"}");

        JsonNode back = http.post(ALIASES + "/rolled/all:rollback", "");

        assertThat(back.at("/champion/model").asText()).isEqualTo("other");
        assertThat(back.get("former")).isEmpty();
        assertThat(answering("rolled", "all")).isEqualTo("other");
        assertThat(http.post(ALIASES + "/rolled/all:rollback", "").has("champion"))
                .isFalse();
        assertThat(answering("rolled", "all")).isEqualTo("usual");
        assertThat(http.post(ALIASES + "/rolled/all:rollback", "").get("code").asText())
                .isEqualTo("NOT_PROMOTED");
    }

    @Test
    void of_two_who_change_the_same_copy_the_second_is_told() {
        JsonNode first = http.put(ALIASES + "/raced/all", "{\"champion\": \"other\"}");
        long version = first.get("version").asLong();

        http.put(ALIASES + "/raced/all", version, "{\"champion\": \"usual\"}");

        assertThat(code(http.put(ALIASES + "/raced/all", version, "{}"))).isEqualTo("STALE_VERSION");
        assertThat(code(http.put(ALIASES + "/raced/all", "{}"))).isEqualTo("PRECONDITION_REQUIRED");
        assertThat(http.get(ALIASES + "/raced/all").at("/champion/model").asText())
                .isEqualTo("usual");
    }

    @Test
    void a_model_that_breaks_its_promises_gets_no_role() {
        JsonNode refused = http.put(ALIASES + "/tried/all", "{\"challenger\": \"garbage\"}");

        assertThat(code(refused)).isEqualTo("MODEL_REFUSED");
        assertThat(refused.get("detail").asText()).contains("garbage", "levels");
        assertThat(code(http.put(ALIASES + "/tried/all", "{\"shadow\": \"nobody\"}")))
                .isEqualTo("MODEL_NOT_FOUND");
        assertThat(http.get(ALIASES + "/tried/all").get("version").asLong()).isZero();
    }

    @Test
    void another_build_of_the_version_that_was_named_is_no_champion() {
        JsonNode first = http.put(ALIASES + "/built/all", "{\"champion\": \"other\"}");
        ModelInfo build = Json.read(first.at("/champion/build").toString(), ModelInfo.class);
        String name = "other@" + build.version();
        http.put(ALIASES + "/built/all", first.get("version").asLong(), "{\"champion\": \"" + name + "\"}");
        assertThat(answering("built", "all")).isEqualTo("other");

        Alias alias = new Alias(name, new ModelInfo("other", build.version(), build.bundle(), "another digest"));

        assertThat(alias.isFor(build)).isFalse();
        assertThat(new Alias("other", alias.build()).isFor(build)).isTrue();
    }

    @Test
    void a_version_that_is_not_there_is_no_champion() {
        assertThat(code(http.put(ALIASES + "/pinned/all", "{\"champion\": \"other@99.0.0\"}")))
                .isEqualTo("MODEL_NOT_FOUND");
    }

    @Test
    void what_was_chosen_is_told_as_of_any_time() {
        JsonNode first = http.put(ALIASES + "/dated/all", "{\"champion\": \"other\"}");
        String then = db.clock().instant().toString();
        db.clock().advance(Duration.ofDays(1));
        http.put(ALIASES + "/dated/all", first.get("version").asLong(), "{\"challenger\": \"usual\"}");

        assertThat(http.get(ALIASES + "/dated/all?asOf=" + then)
                        .at("/champion/model")
                        .asText())
                .isEqualTo("other");
        assertThat(http.get(ALIASES + "/dated/all").has("champion")).isFalse();
        assertThat(http.get(ALIASES).get("aliases").findValuesAsText("metric")).contains("dated");
    }

    private String answering(String metric, String segment) {
        JsonNode answer = http.post(
                "/api/v1/forecasting/forecasts",
                "{\"series\": [{\"id\": \"a\", \"values\": [1, 2]}], \"horizon\": 1, \"metric\": \"" + metric
                        + "\", \"segment\": \"" + segment + "\"}");
        return answer.at("/forecasts/0/model/id").asText();
    }

    private static String code(JsonNode problem) {
        return problem.path("code").asText();
    }
}
