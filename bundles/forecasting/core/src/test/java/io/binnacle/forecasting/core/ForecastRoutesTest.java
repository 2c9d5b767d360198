package io.binnacle.forecasting.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.forecasting.core.batch.BacktestRoutes;
import io.binnacle.forecasting.core.batch.BatchRoutes;
import io.binnacle.forecasting.core.hierarchy.ReconciliationRoutes;
import io.binnacle.forecasting.core.roles.RoleRoutes;
import io.binnacle.forecasting.core.runs.RecordedForecasts;
import io.binnacle.forecasting.core.runs.RunRoutes;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.TestDatabase;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ForecastRoutesTest extends RouteModuleContract {

    private static final String FORECASTS = "/api/v1/forecasting/forecasts";

    @RegisterExtension
    static final Framework framework = new Framework();

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("forecasting");

    @RegisterExtension
    final TestRoutes http = new TestRoutes();

    private final ModelRegistry registry = new ModelRegistry(Clock.systemUTC(), Duration.ofSeconds(10));
    private final GuardedForecasts forecasts = new GuardedForecasts(registry, List.of("flat"));
    private final RecordedForecasts recorded = new RecordedForecasts(forecasts, db.database(), db.clock());
    private final ForecastRoutes routes = new ForecastRoutes(forecasts, recorded);

    @Override
    protected RouteModule module() {
        return routes;
    }

    @Override
    protected List<RouteModule> otherModules() {
        return List.of(
                new PipelineForecastRoutes(null, null),
                new ConsumptionRoutes(null),
                new RunRoutes(null),
                new ExplanationRoutes(null, null),
                new RoleRoutes(null, null, null, null),
                new BatchRoutes(null, null, null),
                new BacktestRoutes(null, null, null, List.of()),
                new ReconciliationRoutes(null, null));
    }

    @BeforeEach
    void start() {
        framework.offer(registry, "flat", Models.flat(2, 10));
        http.serve(routes, new RunRoutes(recorded));
    }

    @Test
    void lists_the_models() {
        assertThat(http.get("/api/v1/forecasting/models").at("/models/0/id").asText())
                .isEqualTo("flat");
    }

    @Test
    void forecasts_each_series_with_levels_in_percent() {
        JsonNode answer = http.post(FORECASTS, """
                {"series": [{"id": "a", "values": [1, 2.5]}, {"id": "b", "values": [3, 4, 5], "start": "2025-11"}],
                 "horizon": 2, "levels": [80, 99.9]}
                """);

        JsonNode first = answer.at("/forecasts/0");
        assertThat(first.get("id").asText()).isEqualTo("a");
        assertThat(first.at("/model/id").asText()).isEqualTo("flat");
        assertThat(first.get("inputHash").asText()).hasSize(64);
        assertThat(first.get("mean")).hasToString("[10.0,10.0]");
        assertThat(first.at("/intervals/0/level")).hasToString("80");
        assertThat(first.at("/intervals/1/level")).hasToString("99.9");
        // The normal quantiles 0.9 and 0.9995, from a table.
        assertThat(first.at("/intervals/0/upper/0").asDouble()).isBetween(11.28155, 11.28156);
        assertThat(first.at("/intervals/1/lower/1").asDouble()).isBetween(6.70947, 6.70948);
        assertThat(first.has("firstForecastMonth")).isFalse();
        assertThat(answer.at("/forecasts/1/firstForecastMonth").asText()).isEqualTo("2026-02");
    }

    @Test
    void a_forecast_is_kept_with_its_model_and_inputs_and_made_again_to_the_byte() {
        JsonNode answer = http.post(
                FORECASTS, "{\"series\": [{\"id\": \"a\", \"values\": [1, 2.5]}], \"horizon\": 2, \"levels\": [80]}");

        String run = "/api/v1/forecasting/runs/" + answer.at("/forecasts/0/run").asText();
        JsonNode kept = http.get(run);
        assertThat(kept.at("/input/values")).hasToString("[1.0,2.5]");
        assertThat(kept.at("/input/horizon").asInt()).isEqualTo(2);
        assertThat(kept.at("/model")).isEqualTo(answer.at("/forecasts/0/model"));
        assertThat(kept.at("/model/digest").asText()).hasSize(64);
        assertThat(kept.at("/madeBy").asText()).isEqualTo("tess");
        assertThat(kept.at("/forecast/mean")).isEqualTo(answer.at("/forecasts/0/mean"));
        assertThat(http.post(run + ":reproduce", "")).hasToString(kept.toString());
    }

    @Test
    void a_model_that_does_not_repeat_itself_is_found_out() {
        AtomicInteger calls = new AtomicInteger();
        framework.offer(registry, "moody", Models.answering((history, outlook) -> Models.flat(calls.incrementAndGet())
                .forecast(history, outlook)));
        JsonNode answer = http.post(
                FORECASTS, "{\"series\": [{\"id\": \"a\", \"values\": [1, 2]}], \"horizon\": 1, \"model\": \"moody\"}");

        JsonNode again = http.post(
                "/api/v1/forecasting/runs/" + answer.at("/forecasts/0/run").asText() + ":reproduce", "");

        assertThat(again.get("code").asText()).isEqualTo("NOT_REPRODUCED");
        assertThat(again.get("detail").asText()).contains("moody");
    }

    @Test
    void the_same_question_to_the_same_model_is_one_run() {
        String body = "{\"series\": [{\"id\": \"a\", \"values\": [4, 5]}], \"horizon\": 1}";

        assertThat(http.post(FORECASTS, body).at("/forecasts/0/run"))
                .isEqualTo(http.post(FORECASTS, body).at("/forecasts/0/run"));
    }

    @Test
    void the_same_question_about_another_metric_is_another_run() {
        String body = "{\"series\": [{\"id\": \"a\", \"values\": [4, 6]}], \"horizon\": 1%s}";

        assertThat(http.post(FORECASTS, body.formatted(", \"metric\": \"seats\""))
                        .at("/forecasts/0/run"))
                .isNotEqualTo(http.post(FORECASTS, body.formatted("")).at("/forecasts/0/run"));
        assertThat(http.post(FORECASTS, body.formatted(", \"metric\": \"No Metric\""))
                        .get("pointers"))
                .hasToString("[\"/metric\"]");
    }

    @Test
    void answers_to_the_bit_alike() {
        String body = "{\"series\": [{\"id\": \"a\", \"values\": [1, 2.5, 3]}], \"horizon\": 2}";

        assertThat(http.post(FORECASTS, body)).isEqualTo(http.post(FORECASTS, body));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void names_what_is_wrong_by_its_pointer(String body, List<String> pointers) {
        JsonNode answer = http.post(FORECASTS, body);

        assertThat(answer.get("pointers")).extracting(JsonNode::asText).isEqualTo(pointers);
    }

    static Stream<Arguments> faulty() {
        String many = String.join(",", Collections.nCopies(10_001, "1"));
        return Stream.of(
                faulty("{\"series\":[],\"horizon\":1}", "/series"),
                faulty("{\"series\":null,\"horizon\":1}", "/series"),
                faulty("{\"series\":[null],\"horizon\":1}", "/series/0"),
                faulty("{\"series\":[{\"id\":\"a\",\"values\":[1,2,3,null]}],\"horizon\":1}", "/series/0/values/3"),
                faulty("{\"series\":[{\"id\":\"a\",\"values\":[-1e101,2]}],\"horizon\":1}", "/series/0/values/0"),
                faulty("{\"series\":[{\"id\":\"a\",\"values\":[]}],\"horizon\":1}", "/series/0/values"),
                faulty("{\"series\":[{\"id\":\"a\",\"values\":[" + many + "]}],\"horizon\":1}", "/series/0/values"),
                faulty("{\"series\":[{\"id\":\"\",\"values\":[1,2]}],\"horizon\":0}", "/horizon", "/series/0/id"),
                faulty(
                        "{\"series\":[{\"id\":\"a\",\"values\":[1,2]},{\"id\":\"a\",\"values\":[1,2]}],\"horizon\":1}",
                        "/series/1/id"),
                faulty("{\"series\":[{\"id\":\"a\",\"values\":[1,2]}],\"horizon\":1001}", "/horizon"),
                faulty("{\"series\":[{\"id\":\"a\",\"values\":[1,2]}],\"horizon\":1,\"levels\":[95,80]}", "/levels"),
                faulty("{\"series\":[{\"id\":\"a\",\"values\":[1,2]}],\"horizon\":1,\"levels\":[0.8]}", "/levels"),
                faulty("{\"series\":[{\"id\":\"a\",\"values\":[1,2]}],\"horizon\":1,\"levels\":[null]}", "/levels"),
                faulty(
                        "{\"series\":[{\"id\":\"a\",\"values\":[1,2]}],\"horizon\":1,\"seasonLength\":0}",
                        "/seasonLength"),
                faulty(
                        "{\"series\":[{\"id\":\"a\",\"values\":[1,2]},{\"id\":\"b\",\"values\":[1]}],\"horizon\":1}",
                        "/series/1/values"));
    }

    private static Arguments faulty(String body, String... pointers) {
        return Arguments.of(body, List.of(pointers));
    }
}
