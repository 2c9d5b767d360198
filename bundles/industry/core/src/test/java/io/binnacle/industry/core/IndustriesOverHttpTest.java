package io.binnacle.industry.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

/** The routes on a real server; how the gateway words failures is the gateway's own test. */
class IndustriesOverHttpTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private Javalin server;

    @BeforeEach
    void start() {
        PackRegistry registry = new PackRegistry(content -> () -> {});
        registry.addPack("acme.mining", new Version("1.0.0"), Packs.service("Mining"));
        registry.addPack("acme.mining", new Version("1.1.0"), Packs.service("Mining today"));
        registry.addContent(Packs.files("acme.fishing", "1.0.0", Map.of("industry-pack.json", Json.object())));
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jsonMapper(new JavalinJackson(Json.mapper(), false));
                    config.routes.exception(PlatformException.class, (failure, ctx) -> ctx.status(
                                    failure.code().culprit().status())
                            .json(failure.fields().stream()
                                    .map(FieldError::pointer)
                                    .toList()));
                    new IndustryRoutes(registry).routes(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void every_pack_is_listed_with_its_state_and_why() throws Exception {
        JsonNode packs = get("/api/v1/industries");

        assertThat(packs.findValuesAsText("id")).containsExactly("acme.fishing", "mining", "mining");
        assertThat(packs.findValuesAsText("state")).containsExactly("REFUSED", "IN_USE", "SUPERSEDED");
        assertThat(packs.at("/0/problems/0").asText()).startsWith("industry-pack.json cannot be read: Missing");
    }

    @Test
    void an_industry_shows_what_its_pack_in_use_knows() throws Exception {
        assertThat(get("/api/v1/industries/mining").at("/content/name").asText())
                .isEqualTo("Mining today");
        assertThat(get("/api/v1/industries/acme.fishing").has("content")).isFalse();
        assertThat(get("/api/v1/industries/mining/benchmarks?metric=net-margin").findValuesAsText("licence"))
                .containsExactly("CC BY 4.0");
    }

    @Test
    void a_lever_takes_numbers_and_ranges() throws Exception {
        JsonNode value = post("""
                {"currency": "AUD", "variables": {"tonnes": 100, "saved": {"low": 1, "value": 2, "high": 4}}}
                """);

        assertThat(List.of(
                        value.path("low").asInt(),
                        value.path("value").asInt(),
                        value.path("high").asInt()))
                .containsExactly(100, 200, 400);
    }

    @Test
    void a_variable_that_is_no_number_is_named() throws Exception {
        assertThat(post("{\"variables\": {\"tonnes\": \"many\"}}").toString()).isEqualTo("[\"/variables/tonnes\"]");
        assertThat(post("{\"variables\": {\"tonnes\": {\"low\": 3, \"value\": 2, \"high\": 1}}}")
                        .toString())
                .isEqualTo("[\"/variables/tonnes\"]");
        assertThat(post("{\"variables\": {\"tonnes\": null}}").toString()).isEqualTo("[\"/variables/tonnes\"]");
    }

    private JsonNode get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private JsonNode post(String body) throws Exception {
        return send(HttpRequest.newBuilder(uri("/api/v1/industries/mining/levers/cheaper:evaluate"))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private JsonNode send(HttpRequest request) throws Exception {
        return Json.mapper()
                .readTree(client.send(request, BodyHandlers.ofString()).body());
    }
}
