package io.binnacle.platform.gateway;

import static io.binnacle.platform.gateway.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.security.Role;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrictJsonTest {

    @TempDir
    static Path data;

    static RunningGateway running;

    enum Colour {
        RED,
        GREEN
    }

    record Line(String product, int quantity) {

        Line {
            Objects.requireNonNull(product, "product");
            if (quantity < 1) {
                throw new IllegalArgumentException("quantity must be at least 1, not " + quantity);
            }
        }
    }

    record Order(
            Integer number,
            Double share,
            BigDecimal amount,
            String name,
            LocalDate due,
            Colour colour,
            Optional<String> note,
            List<Line> lines) {}

    @BeforeAll
    static void start() {
        running = new RunningGateway(data);
        running.serve(routes -> {
            routes.post("/api/v1/orders", ctx -> ctx.json(ctx.bodyAsClass(Order.class)), Role.SELLER);
            routes.post("/api/v1/objects", ctx -> ctx.json(ctx.bodyAsClass(ObjectNode.class)), Role.SELLER);
            routes.post("/api/v1/streams", ctx -> ctx.json(ctx.bodyStreamAsClass(Order.class)), Role.SELLER);
        });
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                arguments("", "", "the body is empty"),
                arguments("null", "", "the body is null"),
                arguments("{\"number\": 1", "", "end-of-input"),
                arguments("{\"number\": 1}}", "", "line 1, column"),
                arguments("{\"number\": 1} {}", "", "more after the end"),
                arguments("{\"number\": 1, \"number\": 2}", "", "Duplicate"),
                arguments("{\"lines\": [{\"quantity\": null}]}", "/lines/0/quantity", "a whole number"),
                arguments("{\"number\": 1.5}", "/number", "a whole number"),
                arguments("{\"number\": \"1\"}", "/number", "a whole number"),
                arguments("{\"number\": 99999999999}", "/number", "out of range"),
                arguments("{\"number\": true}", "/number", "a whole number"),
                arguments("{\"share\": 1e400}", "/share", "finite"),
                arguments("{\"share\": NaN}", "", "NaN"),
                arguments("{\"share\": \"NaN\"}", "/share", "a finite number"),
                arguments("{\"amount\": \"12.50\"}", "/amount", "a number"),
                arguments("{\"due\": \"30.11.2026\"}", "/due", "a date like 2026-11-30"),
                arguments("{\"due\": \"2026-02-30\"}", "/due", "a date like 2026-11-30"),
                arguments("{\"due\": 20261130}", "/due", "a date like 2026-11-30"),
                arguments("{\"colour\": \"BLUE\"}", "/colour", "one of [RED, GREEN]"),
                arguments("{\"colour\": 0}", "/colour", "one of [RED, GREEN]"),
                arguments("{\"lines\": {}}", "/lines", "a list"),
                arguments(
                        "{\"lines\": [{\"product\": \"a\", \"quantity\": 1, \"qty\": 1}]}",
                        "/lines/0/qty",
                        "known are product, quantity"),
                arguments("{\"colour/size~\": 1}", "/colour~1size~0", "there is no field"),
                arguments("[]", "", "an object"),
                arguments("{\"name\": \"a\nb\"}", "/name", "CTRL-CHAR"),
                arguments("{'name': 1}", "", "double-quote"),
                arguments("{\"number\": 01}", "", "Leading zero"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void what_is_malformed_is_400_and_says_where(String json, String pointer, String words) throws Exception {
        HttpResponse<String> answer = running.post("/api/v1/orders", json);

        JsonNode problem = problem(answer, 400, "MALFORMED_JSON");
        assertThat(problem.path("detail").asText()).contains(words);
        assertThat(problem.at("/errors/0/pointer").asText("")).isEqualTo(pointer);
        assertThat(answer.body()).doesNotContain("io.binnacle", "java.", "com.fasterxml", "StreamRead");
    }

    @Test
    void more_than_64_levels_are_400() throws Exception {
        String deep = "{\"a\":".repeat(64) + "1" + "}".repeat(64);

        assertThat(running.post("/api/v1/objects", deep).statusCode()).isEqualTo(200);
        problem(running.post("/api/v1/objects", "{\"a\":" + deep + "}"), 400, "MALFORMED_JSON");
    }

    @Test
    void a_value_that_its_type_refuses_is_422_in_the_words_of_the_type() throws Exception {
        String json = "{\"lines\": [{\"product\": \"a\", \"quantity\": 1}, {\"product\": \"b\", \"quantity\": 0}]}";

        JsonNode problem = problem(running.post("/api/v1/orders", json), 422, "INVALID_CONTENT");

        assertThat(problem.path("detail").asText()).isEqualTo("quantity must be at least 1, not 0");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/lines/1");
    }

    @Test
    void a_value_that_is_missing_is_422_and_named() throws Exception {
        JsonNode problem =
                problem(running.post("/api/v1/orders", "{\"lines\": [{\"quantity\": 1}]}"), 422, "INVALID_CONTENT");

        assertThat(problem.path("detail").asText()).isEqualTo("product is missing");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/lines/0/product");
    }

    @Test
    void streams_are_read_as_strictly() throws Exception {
        problem(running.post("/api/v1/streams", "{\"number\": 1, \"number\": 2}"), 400, "MALFORMED_JSON");
    }

    @Test
    void decimals_come_back_as_they_were_sent() throws Exception {
        HttpResponse<String> answer = running.post("/api/v1/orders", "{\"amount\": 12345678901234567890.10}");

        assertThat(answer.body()).contains("\"amount\":12345678901234567890.10");
    }
}
