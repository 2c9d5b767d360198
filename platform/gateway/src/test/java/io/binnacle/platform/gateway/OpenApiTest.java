package io.binnacle.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {

    private static final RouteModule PLANS = routes ->
            routes.get("/api/v1/plans/{plan}", ctx -> {}, Role.VIEWER).post("/api/v1/plans", ctx -> {}, Role.SELLER);

    private static final String FRAGMENT = """
            {
              "tags": [{"name": "plans"}],
              "paths": {
                "/api/v1/plans/{id}": {"get": {"summary": "One plan", "x-role": "VIEWER"}},
                "/api/v1/plans": {"post": {"summary": "A new plan", "x-role": "SELLER",
                    "requestBody": {"content": {"text/csv": {}}},
                    "responses": {"403": {"description": "Not yours"}}}},
                "/api/v1/plans/gone": {"get": {"summary": "No longer there", "x-role": "VIEWER"}}
              },
              "components": {"schemas": {"Plan": {"type": "object"}}}
            }
            """;

    @TempDir
    Path data;

    RunningGateway running;

    @BeforeEach
    void start() throws Exception {
        running = new RunningGateway(data);
        Path fragment = Files.writeString(data.resolve("fragment.json"), FRAGMENT);
        running.gateway.add(
                PLANS,
                new BundleDescription(
                        "io.binnacle.plans",
                        "1.0.0",
                        Optional.of(fragment.toUri().toURL())));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void is_put_together_from_the_bundles() throws Exception {
        JsonNode document = document();

        assertThat(document.path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(document.at("/info/version").asText()).isEqualTo("1.2.3");
        assertThat(document.path("tags").findValuesAsText("name")).containsExactlyInAnyOrder("gateway", "plans");
        assertThat(document.path("components").path("schemas").has("Plan")).isTrue();
        assertThat(document.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
    }

    @Test
    void describes_only_what_is_served() throws Exception {
        assertThat(paths())
                .containsExactlyInAnyOrder(
                        "/livez", "/readyz", "/api/v1/openapi.json", "/api/v1/plans", "/api/v1/plans/{id}");

        running.gateway.unbindModule(PLANS);

        assertThat(paths()).containsExactlyInAnyOrder("/livez", "/readyz", "/api/v1/openapi.json");
    }

    @Test
    void adds_who_may_call_and_how_it_fails() throws Exception {
        JsonNode create = document().path("paths").path("/api/v1/plans").path("post");
        JsonNode live = document().path("paths").path("/livez").path("get");

        assertThat(create.at("/security/0/bearer").isArray()).isTrue();
        assertThat(create.at("/responses/403/description").asText()).isEqualTo("Not yours");
        assertThat(create.path("responses")
                        .path("default")
                        .path("content")
                        .path("application/problem+json")
                        .at("/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Problem");
        assertThat(live.path("security")).isEmpty();
        assertThat(live.path("responses").has("401")).isFalse();
    }

    @Test
    void every_reference_leads_somewhere() throws Exception {
        JsonNode document = document();

        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void what_a_route_reads_is_what_its_bundle_says() throws Exception {
        assertThat(running.post("/api/v1/plans", "{}").statusCode()).isEqualTo(415);
    }

    private JsonNode document() throws Exception {
        return Json.mapper().readTree(running.get("/api/v1/openapi.json").body());
    }

    private Stream<String> paths() throws Exception {
        var names = document().path("paths").fieldNames();
        return StreamSupport.stream(((Iterable<String>) () -> names).spliterator(), false);
    }
}
