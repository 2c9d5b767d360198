package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.TestPlatform;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts of series and their sums, over HTTP and by the command, with the models that are shipped. */
class HierarchyIT {

    @RegisterExtension
    static final TestPlatform platform = new TestPlatform();

    private static final String PATH = "/api/v1/forecasting/reconciliations";
    private static final List<String> PLACES = List.of("NSW/Sydney", "NSW/Coast", "VIC/Melbourne");
    private static final int MONTHS = 36;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bottom-up",
                "top-down",
                "top-down-average-proportions",
                "top-down-forecast-proportions",
                "ols",
                "structural",
                "variances",
                "mint",
                "mint-nonnegative"
            })
    void every_method_answers_nodes_that_add_up(String method) {
        Response response = platform.admin().post(PATH, body(MONTHS, ", \"method\": \"" + method + "\""));

        assertThat(response.status()).as(response.body()).isEqualTo(200);
        JsonNode nodes = response.json().get("nodes");
        assertThat(nodes)
                .extracting(node -> node.get("id").asText())
                .containsExactly("total", "NSW", "VIC", "NSW/Sydney", "NSW/Coast", "VIC/Melbourne");
        for (int step = 0; step < 3; step++) {
            double[] mean = mean(nodes, step);
            assertThat(mean[0]).isCloseTo(mean[3] + mean[4] + mean[5], within(1e-9));
            assertThat(mean[1]).isCloseTo(mean[3] + mean[4], within(1e-9));
            assertThat(mean[2]).isCloseTo(mean[5], within(1e-9));
        }
        assertThat(nodes).allSatisfy(node -> {
            assertThat(node.at("/model/version").asText()).isNotEmpty();
            assertThat(node.at("/intervals/1/lower/0").asDouble())
                    .isLessThanOrEqualTo(node.at("/intervals/0/lower/0").asDouble());
        });
    }

    @Test
    void an_operation_answers_what_would_be_answered_at_once() {
        Response accepted = platform.admin()
                .send(
                        "POST",
                        PATH,
                        BodyPublishers.ofString(body(MONTHS, "")),
                        Map.of("Content-Type", "application/json", "Prefer", "respond-async"));

        JsonNode operation = platform.admin().outcome(accepted);

        assertThat(accepted.header("Preference-Applied")).isEqualTo("respond-async");
        assertThat(operation.get("kind").asText()).isEqualTo("forecasting.reconciliation");
        assertThat(operation.get("result"))
                .isEqualTo(platform.admin().post(PATH, body(MONTHS, "")).json());
    }

    @Test
    void what_is_too_short_or_unknown_is_said() {
        JsonNode tooShort = platform.admin().post(PATH, body(25, "")).json();
        assertThat(tooShort.get("code").asText()).isEqualTo("HISTORY_TOO_SHORT");
        assertThat(tooShort.get("detail").asText()).contains("30 or more are needed", "structural");

        Response unknown = platform.admin().post(PATH, body(MONTHS, ", \"method\": \"magic\""));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().get("detail").asText()).contains("bottom-up", "mint-nonnegative");
    }

    @Test
    void the_command_forecasts_a_file_without_a_running_platform() throws Exception {
        StringBuilder rows = new StringBuilder("series_id,t,state,region,value\n");
        for (String place : PLACES) {
            for (int month = 0; month < MONTHS; month++) {
                rows.append("%s,%d-%02d,%s,%s\n"
                        .formatted(
                                place,
                                2023 + month / 12,
                                1 + month % 12,
                                place.replace('/', ','),
                                value(place, month)));
            }
        }
        Path input = Files.writeString(folder.resolve("places.csv"), rows);
        Path output = folder.resolve("out.csv");

        PlatformProcess command = PlatformProcess.launch(
                folder.resolve("data"),
                Map.of(),
                "reconcile",
                "--input",
                input.toString(),
                "--structure",
                "state / region",
                "--horizon",
                "2",
                "--output",
                output.toString());

        assertThat(command.exitCode()).as(command.output()).isZero();
        assertThat(command.output()).contains("3 series and 3 sums of them over 36 periods, seasons of 12, by mint");
        List<String[]> out =
                Files.readAllLines(output).stream().map(line -> line.split(",")).toList();
        assertThat(out.get(0))
                .containsExactly("series_id", "level", "step", "mean", "q0.025", "q0.1", "q0.9", "q0.975", "model");
        assertThat(out).hasSize(1 + 6 * 2);
        assertThat(number(out.get(1)))
                .isCloseTo(number(out.get(7)) + number(out.get(9)) + number(out.get(11)), within(1e-9));
    }

    private static double number(String... row) {
        return Double.parseDouble(row[3]);
    }

    private static double[] mean(JsonNode nodes, int step) {
        return IntStream.range(0, nodes.size())
                .mapToDouble(node -> nodes.get(node).at("/mean/" + step).asDouble())
                .toArray();
    }

    // A season, a trend, and something that has no pattern.
    private static int value(String place, int month) {
        return 100 + 10 * (month % 12) + month + Math.floorMod(31 * (month + 1) * place.hashCode(), 23);
    }

    private static String body(int months, String more) {
        String series = PLACES.stream()
                .map(place -> "{\"id\": \"%s\", \"groups\": {\"state\": \"%s\", \"region\": \"%s\"}, \"values\": %s}"
                        .formatted(
                                place,
                                place.split("/")[0],
                                place.split("/")[1],
                                Arrays.toString(IntStream.range(0, months)
                                        .map(month -> value(place, month))
                                        .toArray())))
                .collect(Collectors.joining(","));
        return "{\"series\": [%s], \"structure\": \"state / region\", \"horizon\": 3, \"seasonLength\": 12%s}"
                .formatted(series, more);
    }
}
