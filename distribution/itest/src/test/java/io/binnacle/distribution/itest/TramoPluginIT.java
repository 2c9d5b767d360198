package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.Distribution;
import io.binnacle.platform.testkit.PlatformProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plugin with TRAMO, which is built and signed with the distribution and no part of it. */
class TramoPluginIT {

    private static final String ID = "io.binnacle.forecasting.tramo";
    private static final Path HOME = Distribution.underTest().home();
    private static final Path PLUGIN = HOME.resolve("../../plugins/optional/" + ID + "-0.1.0.zip");
    private static final String FORECASTS = "/api/v1/forecasting/forecasts";
    private static final String BATCH = "/api/v1/forecasting/batches?horizon=12&model=tramo&levels=95";

    /** Box and Jenkins (1976): thousands of airline passengers a month, 1949 to 1960. */
    private static final String PASSENGERS =
            "112,118,132,129,121,135,148,148,136,119,104,118,115,126,141,135,125,149,170,170,158,133,114,"
                    + "140,145,150,178,163,172,178,199,199,184,162,146,166,171,180,193,181,183,218,230,242,209,191,"
                    + "172,194,196,196,236,235,229,243,264,272,237,211,180,201,204,188,235,227,234,264,302,293,259,"
                    + "229,203,229,242,233,267,269,270,315,364,347,312,274,237,278,284,277,317,313,318,374,413,405,"
                    + "355,306,271,306,315,301,356,348,355,422,465,467,404,347,305,336,340,318,362,348,363,435,491,"
                    + "505,404,359,310,337,360,342,406,396,420,472,548,559,463,407,362,405,417,391,419,461,472,535,"
                    + "622,606,508,461,390,432";

    @TempDir
    static Path folder;

    @Test
    void comes_forecasts_and_leaves_nothing_in_memory() throws Exception {
        try (PlatformProcess platform =
                PlatformProcess.start(folder.resolve("data"), "-Dbinnacle.plugins.probation.seconds=0")) {
            ApiClient admin = platform.admin();
            assertThat(admin.post(FORECASTS, question(12, "tramo")).status()).isEqualTo(404);

            succeeded(admin, admin.upload("/api/v1/plugins", "plugin", List.of(PLUGIN)));

            assertThat(admin.get("/api/v1/forecasting/models").json().findValuesAsText("id"))
                    .contains("tramo");
            assertForecast(admin.post(FORECASTS, question(12, "tramo")));
            assertSeasonIsRefused(admin);
            // Nobody who does not name it gets it.
            assertThat(answer(admin.post(FORECASTS, question(12, "ets")))
                            .at("/model/id")
                            .asText())
                    .isEqualTo("ets");
            assertThat(succeeded(admin, admin.upload(BATCH, "file", List.of(passengers(200))))
                            .at("/summary/models/tramo")
                            .asInt())
                    .isEqualTo(200);

            JsonNode removed = succeeded(admin, admin.delete("/api/v1/plugins/" + ID + "?data=purge"));

            assertThat(removed.path("unloaded").asText()).endsWith("released");
            assertThat(admin.post(FORECASTS, question(12, "tramo")).status()).isEqualTo(404);
        }
    }

    @Test
    void the_distribution_itself_has_nothing_of_it() throws IOException {
        try (Stream<Path> files = Files.walk(HOME)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().matches(".*(tramo|jdplus).*"));
        }
    }

    // From R: exp(predict(arima(log(AirPassengers), c(0, 1, 1), seasonal = c(0, 1, 1)), 3)$pred).
    private static void assertForecast(Response answered) {
        JsonNode forecast = answer(answered);
        assertThat(forecast.at("/model/bundle").asText()).isEqualTo(ID);
        double[] expected = {450.42, 425.72, 479.01};
        for (int month = 0; month < expected.length; month++) {
            assertThat(forecast.at("/mean/" + month).asDouble()).isCloseTo(expected[month], within(0.05));
            assertThat(forecast.at("/intervals/0/lower/" + month).asDouble()).isLessThan(expected[month]);
            assertThat(forecast.at("/intervals/0/upper/" + month).asDouble()).isGreaterThan(expected[month]);
        }
    }

    private static void assertSeasonIsRefused(ApiClient admin) {
        Response refused = admin.post(FORECASTS, question(7, "tramo"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asText()).isEqualTo("INVALID_SERIES");
        assertThat(refused.json().path("detail").asText()).contains("1, 2, 3, 4, 6 or 12 periods, got 7");
    }

    private static JsonNode answer(Response answered) {
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        return answered.json().at("/forecasts/0");
    }

    private static JsonNode succeeded(ApiClient admin, Response accepted) {
        JsonNode operation = admin.outcome(accepted);
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        return operation.path("result");
    }

    private static String question(int seasonLength, String model) {
        return ("{\"series\":[{\"id\":\"passengers\",\"values\":[%s]}],\"horizon\":3,\"levels\":[95],"
                        + "\"seasonLength\":%d,\"model\":\"%s\"}")
                .formatted(PASSENGERS, seasonLength, model);
    }

    /** So many series that every thread on which models run has had one. */
    private static Path passengers(int series) throws IOException {
        String[] values = PASSENGERS.split(",");
        StringBuilder lines = new StringBuilder("series_id,t,value\n");
        for (int one = 0; one < series; one++) {
            for (int month = 0; month < values.length; month++) {
                lines.append("S%d,%d-%02d,%s%n".formatted(one, 1949 + month / 12, 1 + month % 12, values[month]));
            }
        }
        return Files.writeString(folder.resolve("passengers.csv"), lines);
    }
}
