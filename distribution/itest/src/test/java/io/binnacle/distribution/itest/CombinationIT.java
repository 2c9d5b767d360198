package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Combinations that an administrator defines. After 10, 12, 14, 16 the naive forecast is 16, and drift goes on by the
 * mean step to 18.
 */
class CombinationIT {

    private static final String MIX = "/api/v1/forecasting/combinations/my-mix";
    private static final String MODEL = "/api/v1/forecasting/models/my-mix";

    @TempDir
    Path folder;

    private PlatformProcess platform;
    private ApiClient admin;

    @BeforeEach
    void start() throws IOException {
        platform = PlatformProcess.start(folder.resolve("data"));
        admin = platform.admin();
    }

    @AfterEach
    void stop() throws IOException {
        platform.close();
    }

    @Test
    void a_combination_is_defined_changed_kept_over_a_restart_and_deleted() throws Exception {
        Response defined = define("{\"members\":[\"naive\",\"drift\"],\"method\":\"mean\"}");
        assertThat(defined.status()).as(defined.body()).isEqualTo(201);
        assertThat(defined.header("ETag")).isEqualTo("\"1\"");
        JsonNode first = forecast("my-mix").at("/forecasts/0");
        assertThat(first.get("mean")).hasToString("[17.0]");
        assertThat(first.at("/model/version").asText()).isEqualTo("1");
        assertThat(first.get("members").findValuesAsText("id")).containsExactly("drift", "naive");

        Response changed = change(
                1,
                "{\"members\":[\"naive\",\"drift\"],\"method\":\"weighted\","
                        + "\"weights\":{\"naive\":3,\"drift\":1}}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        JsonNode second = forecast("my-mix").at("/forecasts/0");
        assertThat(second.get("mean")).hasToString("[16.5]");
        assertThat(second.at("/model/version").asText()).isEqualTo("2");
        assertThat(second.at("/model/digest")).isNotEqualTo(first.at("/model/digest"));
        assertReproduced(first);

        platform.stop();
        platform = PlatformProcess.start(folder.resolve("data"));
        admin = platform.admin();
        assertThat(forecast("my-mix").at("/forecasts/0/mean")).hasToString("[16.5]");
        assertReproduced(first);

        assertThat(remove(2).status()).isEqualTo(204);
        assertThat(admin.get(MODEL).status()).isEqualTo(404);
        assertThat(admin.get(MIX).status()).isEqualTo(404);
    }

    @Test
    void a_combination_plays_a_role_and_is_judged_like_any_model() throws IOException {
        define("{\"members\":[\"naive\",\"drift\",\"seasonal-naive\"],\"method\":\"median\"}");

        Response chosen = admin.put("/api/v1/forecasting/aliases/mixed/all", 0, "{\"champion\":\"my-mix\"}");
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        JsonNode answer = admin.post(
                        "/api/v1/forecasting/forecasts",
                        "{\"series\":[{\"id\":\"a\",\"values\":[10,12,14,16]}],\"horizon\":1,\"metric\":\"mixed\"}")
                .json();
        assertThat(answer.at("/forecasts/0/model/id").asText()).isEqualTo("my-mix");
        assertThat(answer.at("/forecasts/0/mean")).hasToString("[16.0]");

        Path file = Files.writeString(
                folder.resolve("series.csv"),
                "series_id,t,value\n" + "A,2025-01,10\nA,2025-02,12\n"
                        + "A,2025-03,14\nA,2025-04,16\nA,2025-05,18\nA,2025-06,20\n");
        JsonNode backtest = admin.outcome(
                admin.upload("/api/v1/forecasting/backtests?horizon=1&season=1&models=my-mix", "file", List.of(file)));
        assertThat(backtest.at("/result/scores").findValuesAsText("model"))
                .as(backtest.toString())
                .contains("my-mix");
    }

    @Test
    void what_cannot_be_combined_is_said() {
        assertRefused(
                404, "'oracle' cannot be combined", define("{\"members\":[\"naive\",\"oracle\"],\"method\":\"mean\"}"));
        assertRefused(
                422,
                "every member needs a weight",
                define("{\"members\":[\"naive\",\"drift\"],\"method\":\"weighted\",\"weights\":{\"naive\":1}}"));
        assertRefused(
                400,
                "not one of [mean, median, weighted]",
                define("{\"members\":[\"naive\",\"drift\"],\"method\":\"mode\"}"));
        assertRefused(
                409,
                "ets is a model that is installed",
                send(
                        "/api/v1/forecasting/combinations/ets",
                        "{\"members\":[\"naive\",\"drift\"],\"method\":\"mean\"}"));
        define("{\"members\":[\"naive\",\"drift\"],\"method\":\"mean\"}");
        assertRefused(428, "If-Match", define("{\"members\":[\"naive\",\"drift\"],\"method\":\"median\"}"));
        assertRefused(
                412, "at version 1 by now", change(7, "{\"members\":[\"naive\",\"drift\"],\"method\":\"median\"}"));
        assertRefused(
                404,
                "'my-mix' cannot be combined",
                send(
                        "/api/v1/forecasting/combinations/own",
                        "{\"members\":[\"naive\",\"my-mix\"],\"method\":\"mean\"}"));
    }

    private void assertReproduced(JsonNode forecast) {
        Response again =
                admin.post("/api/v1/forecasting/runs/" + forecast.get("run").asText() + ":reproduce", "");
        assertThat(again.status()).as(again.body()).isEqualTo(200);
    }

    private static void assertRefused(int status, String said, Response answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
    }

    private JsonNode forecast(String model) {
        return admin.post(
                        "/api/v1/forecasting/forecasts",
                        "{\"series\":[{\"id\":\"a\",\"values\":[10,12,14,16]}],\"horizon\":1,\"model\":\"" + model
                                + "\"}")
                .json();
    }

    private Response define(String json) {
        return send(MIX, json);
    }

    private Response send(String path, String json) {
        return admin.send("PUT", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    private Response change(long version, String json) {
        return admin.put(MIX, version, json);
    }

    private Response remove(long version) {
        return admin.send("DELETE", MIX, BodyPublishers.noBody(), Map.of("If-Match", "\"" + version + "\""));
    }
}
