package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.Distribution;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.plugins.ExamplePlugins;
import io.binnacle.platform.testkit.plugins.PluginFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Plugins come, change and go under load, and nobody notices but those who use them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PluginLifecycleIT {

    private static final int UPDATES = 20;
    private static final String STEADY = "/api/v1/plugins/io.example.steady";
    private static final String TELLER = "/api/v1/plugins/io.example.teller";
    private static final String FORECASTS = "/api/v1/forecasting/forecasts";
    private static final String BY = "{\"series\":[{\"id\":\"a\",\"values\":[112,118,132,129,121,135,148,148]}],"
            + "\"horizon\":3,\"levels\":[80],\"model\":\"%s\"}";

    @TempDir
    static Path folder;

    private static PlatformProcess platform;
    private static ApiClient admin;

    @BeforeAll
    static void start() throws IOException {
        platform = PlatformProcess.start(
                folder.resolve("data"),
                "-Dbinnacle.plugins.allow.unsigned=io.example.steady,io.example.teller",
                "-Dbinnacle.plugins.probation.seconds=0");
        admin = platform.admin();
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    @Test
    @Order(1)
    void updates_under_load_fail_no_request_and_leave_nothing_in_memory() throws Exception {
        changed(upload("/api/v1/plugins", ExamplePlugins.steadyModel("1.0.0", 1)));
        changed(upload("/api/v1/plugins", ExamplePlugins.teller("1.0.0")));
        List<Long> nanos = new ArrayList<>();
        List<String> unloaded = new ArrayList<>();
        try (Load load = new Load(admin)
                .get("/api/v1/pipeline/rollup")
                .get("/api/v1/insights")
                .get("/api/v1/examples/teller")
                .post(FORECASTS, BY.formatted("seasonal-naive"))
                .post(FORECASTS, BY.formatted("steady"))
                .start(50)) {
            for (Path pack : packs()) {
                changed(admin.upload("/api/v1/plugins", "plugin", List.of(pack)));
            }
            assertThat(admin.get("/api/v1/industries").body()).contains("financial", "retail");
            for (int update = 1; update <= UPDATES; update++) {
                long begin = System.nanoTime();
                PluginFile next = update % 4 == 0
                        ? ExamplePlugins.teller("1.%d.0".formatted(update))
                        : ExamplePlugins.steadyModel("1.%d.0".formatted(update), 1);
                unloaded.add(changed(upload((update % 4 == 0 ? TELLER : STEADY) + ":update", next)));
                nanos.add(System.nanoTime() - begin);
            }
            unloaded.add(changed(admin.post(STEADY + ":rollback", "")));
            for (String pack : List.of("financialservices", "retail")) {
                unloaded.add(changed(admin.delete("/api/v1/plugins/io.binnacle.industry." + pack + "?data=purge")));
            }
            load.stop();
            System.out.printf(
                    "%d updates, ms: p50 %d, p99 %d; %s%n",
                    UPDATES, millis(nanos, UPDATES / 2), millis(nanos, UPDATES - 2), load);
            assertThat(load.failures()).isEmpty();
        }
        assertThat(unloaded).allMatch(verdict -> verdict.endsWith("released"));
    }

    @Test
    @Order(2)
    void an_update_that_turns_unhealthy_in_probation_is_rolled_back_by_itself() throws Exception {
        String before = admin.get(STEADY).json().path("version").asText();
        try (PlatformProcess patient = watching()) {
            admin = patient.admin();
            try (Load load =
                    new Load(admin).post(FORECASTS, BY.formatted("steady")).start(20)) {
                JsonNode operation = admin.outcome(upload(STEADY + ":update", ExamplePlugins.ailingModel("9.0.0", 9)));
                load.stop();
                assertThat(load.failures()).isEmpty();
                assertThat(operation.path("state").asText()).isEqualTo("FAILED");
                assertThat(operation.path("problem").path("code").asText()).isEqualTo("PLUGIN_UNHEALTHY");
                assertThat(operation.path("problem").path("detail").asText())
                        .contains("The price list is out of date.");
            }
            JsonNode plugin = admin.get(STEADY).json();
            assertThat(plugin.path("version").asText()).isEqualTo(before);
            assertThat(plugin.path("state").asText()).isEqualTo("ACTIVE");
            assertThat(plugin.path("lastChange").path("state").asText()).isEqualTo("ROLLED_BACK");

            assertThat(changed(admin.delete(STEADY + "?data=keep"))).endsWith("released");
            assertThat(changed(admin.delete(TELLER + "?data=purge"))).endsWith("released");
            assertThat(admin.get("/api/v1/plugins").json()).isEmpty();
            assertThat(admin.post(FORECASTS, BY.formatted("steady")).status()).isEqualTo(404);
            assertThat(admin.get("/api/v1/examples/teller").status()).isEqualTo(404);
        }
    }

    private static List<Path> packs() throws IOException {
        try (Stream<Path> files = Files.list(Distribution.underTest().home().resolve("plugins"))) {
            List<Path> packs = files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
            assertThat(packs).hasSize(2);
            return packs;
        }
    }

    /** The same platform started anew, with time to watch a new version. */
    private static PlatformProcess watching() throws Exception {
        platform.stop();
        return PlatformProcess.start(
                folder.resolve("data"),
                "-Dbinnacle.plugins.allow.unsigned=io.example.steady,io.example.teller",
                "-Dbinnacle.plugins.probation.seconds=3");
    }

    private static Response upload(String path, PluginFile plugin) {
        return admin.upload(path, "plugin", List.of(plugin.write(folder)));
    }

    private static String changed(Response accepted) {
        JsonNode operation = admin.outcome(accepted);
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        return operation.path("result").path("unloaded").asText();
    }

    private static long millis(List<Long> nanos, int index) {
        LongStream sorted = nanos.stream().mapToLong(Long::longValue).sorted();
        return sorted.skip(index).findFirst().orElseThrow() / 1_000_000;
    }
}
