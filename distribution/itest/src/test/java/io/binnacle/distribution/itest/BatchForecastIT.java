package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.TestPlatform;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many series at once over HTTP. Each repeats itself every year, so that the seasonal naive forecast is the value of
 * the year before and has no error.
 */
class BatchForecastIT {

    @RegisterExtension
    static final TestPlatform platform = new TestPlatform();

    private static final int MONTHS = 36;

    @TempDir
    Path folder;

    @Test
    void a_file_of_series_goes_in_and_a_file_of_forecasts_comes_out() throws IOException {
        JsonNode operation = outcome("batches?horizon=12&model=seasonal-naive&levels=80", repeating(20));

        JsonNode result = operation.get("result");
        assertThat(result.at("/summary/series").asInt()).isEqualTo(20);
        assertThat(result.at("/summary/values").asInt()).isEqualTo(20 * MONTHS);
        assertThat(result.at("/summary/models/seasonal-naive").asInt()).isEqualTo(20);
        Response file = admin().get(result.get("forecasts").asText());
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(1 + 20 * 12).first().asString().startsWith("series_id,step,mean,q0.1");
        // The first month of a year is 100, the second 110.
        assertThat(lines.get(1)).startsWith("S0,1,100");
        assertThat(lines.get(2)).startsWith("S0,2,110");
    }

    @Test
    void models_are_scored_side_by_side() throws IOException {
        JsonNode operation = outcome("backtests?horizon=6&origins=2&models=theta", repeating(4));

        JsonNode scores = operation.at("/result/scores");
        assertThat(scores)
                .extracting(score -> score.get("model").asText())
                .containsExactly("naive", "seasonal-naive", "theta");
        assertThat(scores).allSatisfy(score -> assertThat(score.get("series").asInt())
                .as("four series from two origins")
                .isEqualTo(8));
        assertThat(scores.get(1).get("sMAPE").decimalValue()).isEqualByComparingTo("0");
        assertThat(scores.get(0).get("sMAPE").decimalValue()).isPositive();
    }

    @Test
    void the_champion_is_scored_beside_those_that_are_asked_for() throws IOException {
        Response chosen = admin().send(
                        "PUT",
                        "/api/v1/forecasting/aliases/backtested/all",
                        BodyPublishers.ofString("{\"champion\":\"drift\"}"),
                        Map.of("Content-Type", "application/json"));
        assertThat(chosen.status()).as(chosen.body()).isLessThan(300);

        JsonNode operation = outcome("backtests?horizon=6&models=theta&metric=backtested", repeating(4));

        assertThat(operation.at("/result/scores"))
                .extracting(score -> score.get("model").asText())
                .containsExactly("naive", "seasonal-naive", "theta", "drift");
    }

    @Test
    void a_series_that_cannot_be_read_is_named_with_its_line_and_nothing_is_kept() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), "series_id,t,value\nA,2025-01,1\nA,2025-02,much\n");

        JsonNode operation = outcome("batches?horizon=3", file);

        assertThat(operation.get("state").asText()).isEqualTo("FAILED");
        assertThat(operation.at("/problem/code").asText()).isEqualTo("INVALID_SERIES");
        assertThat(operation.at("/problem/detail").asText()).contains("line 3", "'much'");
    }

    @Test
    void what_is_wrong_with_the_order_is_said_at_once() throws IOException {
        Path file = repeating(1);

        assertThat(upload("batches", file).json().get("detail").asText()).contains("horizon must be a number");
        assertThat(upload("batches?horizon=3&model=oracle", file).status()).isEqualTo(404);
        assertThat(upload("backtests?level=200", file).json().get("detail").asText())
                .contains("level must be a percentage");
        assertThat(admin().get("/api/v1/forecasting/batches/00000000-0000-0000-0000-000000000000/forecasts")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_long_one_can_be_cancelled() throws IOException {
        Response accepted = upload("batches?horizon=12", repeating(30_000));
        String path = "/api/v1/operations/" + accepted.json().get("id").asText();

        assertThat(admin().post(path + ":cancel", "").status()).isEqualTo(202);

        JsonNode ended = admin().outcome(accepted);
        assertThat(ended.get("state").asText()).isEqualTo("INTERRUPTED");
        assertThat(ended.get("message").asText()).startsWith("Cancelled by ");
        assertThat(admin().post(path + ":cancel", "").status()).isEqualTo(409);
    }

    private Path repeating(int series) throws IOException {
        StringBuilder rows = new StringBuilder("series_id,t,value\n");
        for (int one = 0; one < series; one++) {
            for (int month = 0; month < MONTHS; month++) {
                rows.append(
                        "S%d,%d-%02d,%d\n".formatted(one, 2023 + month / 12, 1 + month % 12, 100 + 10 * (month % 12)));
            }
        }
        return Files.writeString(folder.resolve("series-" + series + ".csv"), rows);
    }

    private static JsonNode outcome(String order, Path file) {
        return admin().outcome(upload(order, file));
    }

    private static Response upload(String order, Path file) {
        return admin().upload("/api/v1/forecasting/" + order, "file", List.of(file));
    }

    private static ApiClient admin() {
        return platform.admin();
    }
}
