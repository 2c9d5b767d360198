package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.plugins.ExamplePlugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The champion is swapped, by updates of its bundle and by choice, while fifty forecasts a second are asked for. */
class ModelSwapsIT {

    private static final String MODEL = "io.example.steady";
    private static final String PLUGIN = "/api/v1/plugins/" + MODEL;
    private static final String ALIASES = "/api/v1/forecasting/aliases/swapped/all";
    private static final String FORECASTS = "/api/v1/forecasting/forecasts";
    private static final String QUESTION = "{\"series\":[{\"id\":\"a\",\"values\":"
            + "[112,118,132,129,121,135,148,148,136,119,104,118,115,126,141,135]}],"
            + "\"horizon\":3,\"levels\":[80],\"metric\":\"swapped\"}";

    @TempDir
    static Path folder;

    private static PlatformProcess platform;
    private static ApiClient admin;

    private final Map<String, Set<String>> digestsOfVersions = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> meansOfVersions = new ConcurrentHashMap<>();
    private final List<String> unloaded = new ArrayList<>();

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
    void sixty_swaps_fail_no_forecast_and_mix_no_versions() throws Exception {
        swap(60);
    }

    @Test
    @Tag("long")
    void a_thousand_swaps_fail_no_forecast_and_mix_no_versions() throws Exception {
        swap(1_000);
    }

    // One swap in two is an update of the bundle, the others put another model in the champion's place and back.
    private void swap(int swaps) throws Exception {
        long begin = System.nanoTime();
        changed(admin.upload("/api/v1/plugins", "plugin", List.of(version(0))));
        choose("steady");
        try (Load load = new Load(admin).call(this::forecast).start(50)) {
            for (int swap = 1; swap <= swaps; swap++) {
                if (swap % 2 == 1) {
                    changed(admin.upload(PLUGIN + ":update", "plugin", List.of(version(swap))));
                } else {
                    choose(swap % 4 == 0 ? "steady" : "theta");
                }
            }
            load.stop();
            System.out.printf(
                    "%d swaps in %d s, answers of %d versions; %s%n",
                    swaps, (System.nanoTime() - begin) / 1_000_000_000, digestsOfVersions.size(), load);
            assertThat(load.failures()).isEmpty();
        }
        assertThat(digestsOfVersions.values()).allMatch(digests -> digests.size() == 1);
        assertThat(meansOfVersions.values()).allMatch(means -> means.size() == 1);
        assertThat(digestsOfVersions).hasSizeGreaterThan(swaps / 4);
        changed(admin.delete(PLUGIN + "?data=purge"));
        assertThat(unloaded).hasSize(swaps / 2 + 1).allMatch(verdict -> verdict.endsWith("released"));
    }

    // Each version forecasts a value of its own, so that an answer tells who made it.
    private static Path version(int number) {
        return ExamplePlugins.steadyModel("0.1." + number, number).write(folder);
    }

    private static void choose(String champion) {
        long version = admin.get(ALIASES).json().path("version").asLong();
        Response chosen = admin.put(ALIASES, version, "{\"champion\":\"" + champion + "\"}");
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
    }

    private Response forecast() {
        Response answer = admin.post(FORECASTS, QUESTION);
        if (answer.status() == 200) {
            JsonNode forecast = answer.json().at("/forecasts/0");
            String version = forecast.at("/model/id").asText() + "@"
                    + forecast.at("/model/version").asText();
            note(digestsOfVersions, version, forecast.at("/model/digest").asText());
            note(meansOfVersions, version, forecast.get("mean").toString());
        }
        return answer;
    }

    private static void note(Map<String, Set<String>> seen, String version, String value) {
        seen.computeIfAbsent(version, any -> ConcurrentHashMap.newKeySet()).add(value);
    }

    private void changed(Response accepted) {
        JsonNode operation = admin.outcome(accepted);
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        JsonNode verdict = operation.path("result").path("unloaded");
        if (verdict.isTextual()) {
            unloaded.add(verdict.asText());
        }
    }
}
