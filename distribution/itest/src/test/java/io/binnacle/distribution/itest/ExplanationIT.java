package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.TestPlatform;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why forecasts are what they are, told by the shipped models over HTTP. */
class ExplanationIT {

    private static final String NAIVE = "/api/v1/system/bundles/io.binnacle.forecasting.naive:";

    @RegisterExtension
    static final TestPlatform platform = new TestPlatform();

    @Test
    void a_change_is_split_into_corrections_actuals_and_model_until_the_model_is_gone() {
        explain("seats", "naive", 3, "10, 20, 30");

        JsonNode explained = explain("seats", "drift", 3, "10, 20, 36, 40");

        // The last values are 30, 36 and 40; from 40 the drift goes on by ten a month.
        assertThat(parts(explained)).isEqualTo("CORRECTED_HISTORY [6.0,6.0] NEW_ACTUALS [4.0,4.0] MODEL [10.0,20.0]");
        assertThat(explained.at("/change/before").asInt()).isEqualTo(60);
        assertThat(explained.at("/change/after").asInt()).isEqualTo(110);

        String path = "/api/v1/forecasting/runs/" + explained.at("/run/id").asText() + "/explanation";
        post(NAIVE + "stop", "");
        JsonNode without = platform.admin().get(path).json();
        post(NAIVE + "start", "");

        assertThat(parts(without)).isEqualTo("CORRECTED_HISTORY+NEW_ACTUALS+MODEL [20.0,30.0]");
        assertThat(without.at("/change/parts/0/merged").asText()).contains("naive", "install that build again");
        assertThat(platform.admin().get(path).json()).isEqualTo(explained);
    }

    @Test
    void the_default_model_is_explained_with_its_season_and_an_outlier() {
        String values = IntStream.range(0, 48)
                .mapToObj(t -> String.valueOf(t == 30 ? 40 : 500 + 3 * t + 60 * (t % 12 % 5) + (t * 7) % 11))
                .collect(Collectors.joining(","));
        String body = "{\"series\": [{\"id\": \"spike\", \"start\": \"2026-01\", \"values\": [" + values
                + "]}], \"horizon\": 12}";

        JsonNode explained = post("/api/v1/forecasting/explanations", body).at("/explanations/0");

        assertThat(explained.at("/components/method").asText()).isEqualTo("STL");
        assertThat(explained.at("/outliers/points")).hasSize(1);
        assertThat(explained.at("/outliers/points/0/period").asText()).isEqualTo("2028-07");
        // 590 and 60 for the season, which is 1 of 5 in July, and up to 10.
        assertThat(explained.at("/outliers/points/0/expected").asDouble()).isBetween(640.0, 665.0);
        for (String side : new String[] {"history", "forecast"}) {
            assertThat(explained.at("/components/" + side)).isNotEmpty().allSatisfy(point -> assertThat(
                            point.get("trend")
                                    .decimalValue()
                                    .add(point.get("season").decimalValue())
                                    .add(point.get("remainder").decimalValue()))
                    .isEqualByComparingTo(point.get("value").decimalValue()));
        }
        assertThat(explained.get("unchanged").asText()).contains("first forecast of 'spike'");
    }

    private static JsonNode explain(String series, String model, int horizon, String values) {
        return post("/api/v1/forecasting/explanations", """
                        {"series": [{"id": "%s", "start": "2026-01", "values": [%s]}], "horizon": %d, "model": "%s"}
                        """.formatted(series, values, horizon, model))
                .at("/explanations/0");
    }

    private static String parts(JsonNode explained) {
        return IntStream.range(0, explained.at("/change/parts").size())
                .mapToObj(i -> explained.at("/change/parts/" + i))
                .map(part -> String.join("+", names(part)) + " " + part.get("changes"))
                .collect(Collectors.joining(" "));
    }

    private static Iterable<String> names(JsonNode part) {
        return IntStream.range(0, part.get("drivers").size())
                .mapToObj(i -> part.get("drivers").get(i).asText())
                .toList();
    }

    private static JsonNode post(String path, String body) {
        Response answer = platform.admin().post(path, body);
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer.json();
    }
}
