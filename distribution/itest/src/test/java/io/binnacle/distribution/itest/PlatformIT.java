package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.TestPlatform;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class PlatformIT {

    @RegisterExtension
    static final TestPlatform platform = new TestPlatform();

    @Test
    void every_shipped_bundle_is_active(BundleContext context) {
        assertThat(context.getBundles())
                .allSatisfy(bundle ->
                        assertThat(bundle.getState()).as("state of %s", bundle).isEqualTo(Bundle.ACTIVE));
    }

    @Test
    void anybody_may_ask_whether_it_lives_and_is_ready() {
        assertThat(platform.anyone().get("/livez").status()).isEqualTo(200);
        assertThat(platform.anyone().get("/readyz").json().get("status").asText())
                .isEqualTo("READY");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nowhere, 404, ROUTE_NOT_FOUND",
        "GET, /api/v1/pipeline/opportunities/11111111-1111-7111-8111-111111111111, 404, OPPORTUNITY_NOT_FOUND",
        "GET, /api/v1/pipeline/opportunities/not-an-id, 400, INVALID_PARAMETER",
        "DELETE, /api/v1/pipeline/rollup, 405, METHOD_NOT_ALLOWED",
        "POST, /api/v1/pipeline/opportunities, 400, MALFORMED_JSON",
    })
    void every_error_is_a_problem_document(String method, String path, int status, String code) {
        Response answer = platform.admin()
                .send(method, path, BodyPublishers.ofString("{nonsense"), Map.of("Content-Type", "application/json"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("code").asText()).isEqualTo(code);
        assertThat(answer.json().get("detail").asText()).isNotBlank();
    }

    @Test
    void a_wrong_method_says_which_would_be_right() {
        assertThat(platform.admin().delete("/api/v1/pipeline/rollup").header("Allow"))
                .contains("GET");
    }

    @Test
    void without_a_token_there_is_nothing_to_see() {
        Response answer = platform.anyone().get("/api/v1/pipeline/rollup");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.json().get("code").asText()).isEqualTo("AUTHENTICATION_REQUIRED");
    }

    @Test
    void a_viewer_may_read_and_not_write() {
        var viewer = platform.as("VIEWER");

        assertThat(viewer.get("/api/v1/pipeline/rollup").status()).isEqualTo(200);
        Response refused = viewer.post("/api/v1/pipeline/opportunities", "{}");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asText()).contains("SELLER").contains("VIEWER");
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        String body = "{\"series\": \"" + "x".repeat(3_000_000) + "\"}";

        Response answer = platform.admin().post("/api/v1/forecasting/forecasts", body);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("code").asText()).isEqualTo("BODY_TOO_LARGE");
    }

    @Test
    void the_api_description_covers_every_domain() {
        JsonNode description = platform.anyone().get("/api/v1/openapi.json").json();

        assertThat(description.get("openapi").asText()).startsWith("3.1");
        assertThat(description.get("paths").fieldNames())
                .toIterable()
                .contains(
                        "/livez",
                        "/readyz",
                        "/api/v1/events",
                        "/api/v1/me",
                        "/api/v1/imports",
                        "/api/v1/pipeline/rollup",
                        "/api/v1/forecasting/forecasts",
                        "/api/v1/forecasting/theta/decomposition",
                        "/api/v1/planning/plans",
                        "/api/v1/insights",
                        "/api/v1/system/bundles");
    }

    @Test
    void every_described_read_without_parameters_answers() {
        JsonNode paths = platform.anyone().get("/api/v1/openapi.json").json().get("paths");

        paths.properties().forEach(path -> {
            boolean plain = path.getValue().has("get")
                    && !path.getKey().contains("{")
                    && !path.getKey().equals("/api/v1/events")
                    && !hasRequiredParameter(path.getValue().get("get"));
            if (plain) {
                assertThat(platform.admin().get(path.getKey()).status())
                        .as("GET %s", path.getKey())
                        .isBetween(200, 302);
            }
        });
    }

    @Test
    void the_journal_verifies() {
        JsonNode operation = platform.admin().outcome(platform.admin().post("/api/v1/journal:verify", ""));

        assertThat(operation.get("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(operation.get("result").get("faults")).isEmpty();
    }

    private static boolean hasRequiredParameter(JsonNode operation) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("required").asBoolean()) {
                return true;
            }
        }
        return false;
    }
}
