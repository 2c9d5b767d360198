package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.plugins.ExamplePlugins;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both industry packs and a model, each in a hundred and one versions, while people work with them. */
class UpdatesUnderLoadIT {

    private static final int UPDATES = 100;
    private static final ShippedPlugin RETAIL = new ShippedPlugin("io.binnacle.industry.retail");
    private static final ShippedPlugin FINANCE = new ShippedPlugin("io.binnacle.industry.financialservices");
    private static final String MODEL = "io.example.steady";
    private static final String LEVER = "/api/v1/industries/financial-services/levers/cut-cost-to-income:evaluate";
    private static final String INPUTS = "{\"currency\": \"EUR\", \"variables\":"
            + " {\"operatingIncome\": 2000000000, \"ratioNow\": 62, \"ratioGoal\": 58}}";
    private static final String FORECAST = "{\"series\":[{\"id\":\"a\",\"values\":[112,118,132,129,121,135,148,148]}],"
            + "\"horizon\":3,\"levels\":[80],\"model\":\"steady\"}";

    @TempDir
    static Path folder;

    private static PlatformProcess platform;
    private static ApiClient admin;

    /** A plugin in any version. */
    private interface Versions {

        Path version(String version) throws IOException;
    }

    private final Map<String, Versions> plugins = new LinkedHashMap<>();
    private final List<String> unloaded = new ArrayList<>();

    UpdatesUnderLoadIT() {
        plugins.put(RETAIL.id(), version -> RETAIL.as(version, folder, UnaryOperator.identity()));
        plugins.put(FINANCE.id(), version -> FINANCE.as(version, folder, UnaryOperator.identity()));
        plugins.put(MODEL, version -> ExamplePlugins.steadyModel(version, 1).write(folder));
    }

    @BeforeAll
    static void start() throws IOException {
        platform = PlatformProcess.start(
                folder.resolve("data"),
                "-Dbinnacle.plugins.allow.unsigned=" + MODEL,
                "-Dbinnacle.plugins.probation.seconds=0");
        admin = platform.admin();
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    @Test
    void a_hundred_updates_of_each_then_back_and_out_fail_no_request_and_leave_nothing_in_memory() throws Exception {
        for (Map.Entry<String, Versions> plugin : plugins.entrySet()) {
            changed(upload("/api/v1/plugins", plugin.getValue().version("0.1.0")));
        }
        try (Load load = new Load(admin)
                .get("/api/v1/industries/retail/calendar")
                .get("/api/v1/industries/retail/benchmarks")
                .get("/api/v1/planning/templates")
                .get("/api/v1/insights")
                .get("/api/v1/pipeline/rollup")
                .post(LEVER, INPUTS)
                .post("/api/v1/forecasting/forecasts", FORECAST)
                .start(50)) {
            Map<String, List<Long>> millis = new LinkedHashMap<>();
            for (int update = 1; update <= UPDATES; update++) {
                for (Map.Entry<String, Versions> plugin : plugins.entrySet()) {
                    Path next = plugin.getValue().version("0.1." + update);
                    millis.computeIfAbsent(plugin.getKey(), id -> new ArrayList<>())
                            .add(changed(upload(one(plugin.getKey()) + ":update", next)));
                }
            }
            millis.forEach((id, all) -> System.out.printf("%d updates of %s, ms: %s%n", UPDATES, id, quantiles(all)));
            for (String id : plugins.keySet()) {
                changed(admin.post(one(id) + ":rollback", ""));
                assertThat(admin.get(one(id)).json().path("version").asText()).isEqualTo("0.1." + (UPDATES - 1));
            }
            load.stop();
            System.out.println("while that went on: " + load);
            assertThat(load.failures()).isEmpty();
        }
        plugins.keySet().forEach(id -> changed(admin.delete(one(id) + "?data=purge")));
        assertThat(admin.get("/api/v1/plugins").json()).isEmpty();
        assertThat(unloaded).hasSize(plugins.size() * (UPDATES + 2)).allMatch(verdict -> verdict.endsWith("released"));
    }

    private static Response upload(String path, Path file) {
        return admin.upload(path, "plugin", List.of(file));
    }

    private static String one(String id) {
        return "/api/v1/plugins/" + id;
    }

    /** How long it took, in milliseconds, from the moment it was accepted. */
    private long changed(Response accepted) {
        JsonNode operation = admin.outcome(accepted);
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        JsonNode verdict = operation.path("result").path("unloaded");
        if (verdict.isTextual()) {
            unloaded.add(verdict.asText());
        }
        return Duration.between(instant(operation, "startedAt"), instant(operation, "endedAt"))
                .toMillis();
    }

    private static Instant instant(JsonNode operation, String field) {
        return Instant.parse(operation.path(field).asText());
    }

    private static String quantiles(List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        return "p50 %d, p99 %d, longest %d"
                .formatted(
                        sorted.get(sorted.size() / 2),
                        sorted.get(sorted.size() * 99 / 100 - 1),
                        sorted.get(sorted.size() - 1));
    }
}
