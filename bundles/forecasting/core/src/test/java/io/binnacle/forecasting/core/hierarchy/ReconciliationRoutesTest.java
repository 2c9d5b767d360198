package io.binnacle.forecasting.core.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.forecasting.core.ConsumptionRoutes;
import io.binnacle.forecasting.core.ExplanationRoutes;
import io.binnacle.forecasting.core.ForecastRoutes;
import io.binnacle.forecasting.core.Framework;
import io.binnacle.forecasting.core.Models;
import io.binnacle.forecasting.core.PipelineForecastRoutes;
import io.binnacle.forecasting.core.TestForecasts;
import io.binnacle.forecasting.core.TestRoutes;
import io.binnacle.forecasting.core.batch.BacktestRoutes;
import io.binnacle.forecasting.core.batch.BatchRoutes;
import io.binnacle.forecasting.core.roles.RoleRoutes;
import io.binnacle.forecasting.core.runs.RunRoutes;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.testkit.contract.RouteModuleContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReconciliationRoutesTest extends RouteModuleContract {

    private static final String PATH = "/api/v1/forecasting/reconciliations";
    private static final String PAST = "[5, 3, 6, 2, 8, 4, 7, 5, 9, 3, 6, 4]";

    @RegisterExtension
    static final Framework framework = new Framework();

    @RegisterExtension
    final TestRoutes http = new TestRoutes();

    @Override
    protected RouteModule module() {
        return new ReconciliationRoutes(null, null);
    }

    @Override
    protected List<RouteModule> otherModules() {
        return List.of(
                new ForecastRoutes(null, null),
                new PipelineForecastRoutes(null, null),
                new ConsumptionRoutes(null),
                new RunRoutes(null),
                new ExplanationRoutes(null, null),
                new RoleRoutes(null, null, null, null),
                new BatchRoutes(null, null, null),
                new BacktestRoutes(null, null, null, List.of()));
    }

    @BeforeEach
    void start() {
        http.serve(new ReconciliationRoutes(
                TestForecasts.over(framework, List.of("six"), Map.of("six", Models.flat(2, 6))), null));
    }

    @Test
    void every_node_is_answered_with_its_model_and_adds_up() {
        JsonNode answer = http.post(PATH, body(PAST, ", \"levels\": [80, 95], \"method\": \"mint\""));

        assertThat(answer.get("method").asText()).isEqualTo("mint");
        assertThat(answer.get("seed").asInt()).isEqualTo(42);
        JsonNode nodes = answer.get("nodes");
        assertThat(nodes).extracting(node -> node.get("id").asText()).containsExactly("total", "A", "B");
        assertThat(nodes.get(1).get("groups")).hasToString("{\"region\":\"North\"}");
        assertThat(nodes.get(1).at("/model/id").asText()).isEqualTo("six");
        assertThat(nodes.get(0).at("/mean/1").asDouble()
                        - nodes.get(1).at("/mean/1").asDouble())
                .isEqualTo(nodes.get(2).at("/mean/1").asDouble(), within(1e-9));
        JsonNode wide = nodes.get(0).at("/intervals/1");
        assertThat(wide.get("level").asInt()).isEqualTo(95);
        assertThat(wide.at("/lower/0").asDouble())
                .isLessThanOrEqualTo(nodes.get(0).at("/intervals/0/lower/0").asDouble());
        assertThat(wide.at("/upper/0").asDouble())
                .isGreaterThanOrEqualTo(nodes.get(0).at("/intervals/0/upper/0").asDouble());
        assertThat(http.post(PATH, body(PAST, ", \"levels\": [80, 95], \"method\": \"mint\"")))
                .isEqualTo(answer);
    }

    @Test
    void a_history_too_short_for_errors_is_told_with_what_works() {
        JsonNode answer = http.post(PATH, body("[1, 2, 3]", ""));

        assertThat(answer.get("code").asText()).isEqualTo("HISTORY_TOO_SHORT");
        assertThat(answer.get("detail").asText()).contains("the method mint weighs them by", "structural");
        assertThat(http.post(PATH, body("[1, 2, 3]", ", \"method\": \"structural\", \"levels\": []"))
                        .get("nodes"))
                .hasSize(3);
    }

    @Test
    void a_model_that_is_not_there_is_told() {
        assertThat(http.post(PATH, body(PAST, ", \"model\": \"oracle\""))
                        .get("code")
                        .asText())
                .isEqualTo("MODEL_NOT_FOUND");
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void names_what_is_wrong_by_its_pointer(String body, List<String> pointers) {
        assertThat(http.post(PATH, body).get("pointers"))
                .extracting(JsonNode::asText)
                .isEqualTo(pointers);
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                faulty(body(PAST, ", \"method\": \"magic\""), "/method"),
                faulty(body(PAST, ", \"seasonLength\": 0"), "/seasonLength"),
                faulty(body(PAST, ", \"levels\": [95, 80]"), "/levels"),
                faulty(request("region / region", series("A", PAST, "North"), series("B", PAST, "S")), "/structure"),
                faulty(
                        request("state / region", series("A", PAST, "North"), series("B", PAST, "S")),
                        "/series/0/groups/state",
                        "/series/1/groups/state"),
                faulty(request("region", series("A", PAST, "North"), series("B", "[1]", "S")), "/series/1/values"),
                faulty(
                        request("region", series("A", PAST, "North"), series("A", PAST, "")),
                        "/series/1/id",
                        "/series/1/groups/region"),
                faulty(
                        request("region", series("A", "[1, 1e101]", "N"), series("B", "[1, 2]", "S")),
                        "/series/0/values/1"),
                faulty(request("region", series("A", PAST, "North")), "/series"),
                faulty(request("region", series("A", PAST, "North"), "null"), "/series/1"),
                faulty(request("region", many(100)), "/series"));
    }

    @Test
    void forecast_proportions_are_refused_where_groups_cross() {
        JsonNode answer = http.post(
                PATH,
                request("region * kind", series("A", PAST, "North"), series("B", PAST, "S"))
                        .replace("\"region\": ", "\"kind\": \"x\", \"region\": ")
                        .replace("\"horizon\": 2", "\"horizon\": 2, \"method\": \"top-down-forecast-proportions\""));

        assertThat(answer.get("detail").asText()).startsWith("/method").contains("have no one parent");
    }

    private static String[] many(int series) {
        return IntStream.range(0, series)
                .mapToObj(i -> series("S" + i, "[1, 2]", "R" + i / 2))
                .toArray(String[]::new);
    }

    private static Arguments faulty(String body, String... pointers) {
        return Arguments.of(body, List.of(pointers));
    }

    private static String body(String values, String more) {
        return request("region", series("A", values, "North"), series("B", values, "South"))
                .replace("\"horizon\": 2", "\"horizon\": 2" + more);
    }

    private static String request(String structure, String... series) {
        return "{\"series\": [%s], \"structure\": \"%s\", \"horizon\": 2}"
                .formatted(Stream.of(series).collect(Collectors.joining(",")), structure);
    }

    private static String series(String id, String values, String region) {
        return "{\"id\": \"%s\", \"values\": %s, \"groups\": {\"region\": \"%s\"}}".formatted(id, values, region);
    }
}
