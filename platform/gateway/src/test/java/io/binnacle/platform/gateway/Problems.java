package io.binnacle.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.json.Json;
import java.net.http.HttpResponse;
import java.util.Locale;

/** What every refusal looks like. */
final class Problems {

    private Problems() {}

    /** The problem in {@code answer}, after checking all that holds for every problem. */
    static JsonNode problem(HttpResponse<String> answer, int status, String code) throws JsonProcessingException {
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return problem(answer.body(), status, code);
    }

    static JsonNode problem(String body, int status, String code) throws JsonProcessingException {
        JsonNode problem = Json.mapper().readTree(body);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).as(body).isEqualTo(code);
        assertThat(problem.path("type").asText())
                .isEqualTo(
                        "urn:binnacle:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).startsWith("/");
        return problem;
    }
}
