package io.binnacle.pipeline.core.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.calendars.StoredCalendars;
import io.binnacle.pipeline.core.http.WaterfallRoutes;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.testkit.TestDatabase;
import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/** Waterfalls over real HTTP from a real database. */
final class WaterfallServer implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Javalin server;

    WaterfallServer(TestDatabase db) {
        var calendars = new StoredCalendars(db.database(), db.journal(), db.clock(), Given.SETTINGS);
        var waterfalls = new ExactWaterfalls(db.database(), db.journal(), db.clock(), Given.SETTINGS);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jsonMapper(new JavalinJackson(Json.mapper(), false));
                    config.routes.exception(PlatformException.class, (failure, ctx) -> ctx.status(
                                    failure.code().culprit().status())
                            .result(failure.code().name() + ": " + failure.getMessage()));
                    new WaterfallRoutes(waterfalls, calendars, Given.SETTINGS).routes(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    JsonNode json(String rest) {
        HttpResponse<String> response = get(rest);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.read(response.body(), JsonNode.class);
    }

    HttpResponse<String> get(String rest) {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/pipeline/waterfall" + rest);
        try {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those buckets of a node that have an amount. */
    static Map<String, String> buckets(JsonNode node) {
        Map<String, String> found = new TreeMap<>();
        node.get("buckets").properties().forEach(bucket -> {
            var amount = bucket.getValue().at("/amount/amount").decimalValue();
            if (amount.signum() != 0) {
                found.put(bucket.getKey(), amount.stripTrailingZeros().toPlainString());
            }
        });
        return found;
    }

    /** The node right below the top that has a name. */
    static JsonNode below(JsonNode answer, String name) {
        for (JsonNode child : answer.at("/top/children")) {
            if (child.get("name").asText().equals(name)) {
                return child;
            }
        }
        throw new AssertionError("there is no " + name + " in " + answer);
    }

    @Override
    public void close() {
        server.stop();
    }
}
