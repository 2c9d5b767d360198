package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.plugins.ExamplePlugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform dies in the middle of a change of plugins: afterwards it is the old state or the new one. */
@Tag("long")
class PluginCrashIT {

    private static final List<String> STEPS = List.of(
            "install.received",
            "install.staged",
            "install.starting",
            "install.probation",
            "install.committed",
            "update.verified",
            "update.starting",
            "update.revealed",
            "generation.written",
            "current.prepared",
            "update.committed",
            "update.removed",
            "rollback.starting",
            "rollback.committed");
    private static final int RANDOM_KILLS = 3;
    private static final String ALL = "/api/v1/plugins";
    private static final String STEADY = ALL + "/io.example.steady";
    private static final String FORECAST =
            "{\"series\":[{\"id\":\"a\",\"values\":[1,2,3,4]}],\"horizon\":1," + "\"levels\":[],\"model\":\"steady\"}";

    @TempDir
    Path folder;

    private int version = 1;

    @Test
    void killed_at_any_step_it_starts_with_the_old_or_the_new_version() throws Exception {
        for (String step : STEPS) {
            try (PlatformProcess platform = start("-Dcrash.at=" + step)) {
                Set<String> before = prepare(platform.admin(), step);
                change(platform.admin(), step);
                assertThat(platform.exitCode()).as("exit code at %s", step).isEqualTo(137);
                assertOldOrNew(before, step);
            }
        }
    }

    @Test
    void killed_at_any_time_it_starts_with_the_old_or_the_new_version() throws Exception {
        Random random = new Random(7);
        for (int kill = 0; kill < RANDOM_KILLS; kill++) {
            try (PlatformProcess platform = start()) {
                String step = kill == 0 ? "install" : "update";
                Set<String> before = prepare(platform.admin(), step);
                change(platform.admin(), step);
                await(random.nextInt(400));
                platform.kill();
                assertOldOrNew(before, "kill " + kill);
            }
        }
    }

    /** Brings the plugin to where the change begins, and tells in which states it may be afterwards. */
    private Set<String> prepare(ApiClient admin, String step) {
        boolean there = admin.get(STEADY).status() == 200;
        if (step.startsWith("install")) {
            if (there) {
                changed(admin, admin.delete(STEADY));
            }
            return Set.of("", "1.%d.0".formatted(version + 1));
        }
        if (!there) {
            changed(admin, upload(admin, ALL));
        }
        if (step.startsWith("rollback")) {
            changed(admin, upload(admin, STEADY + ":update"));
            return Set.of("1.%d.0".formatted(version), "1.%d.0".formatted(version - 1));
        }
        return Set.of(admin.get(STEADY).json().path("version").asText(), "1.%d.0".formatted(version + 1));
    }

    private void change(ApiClient admin, String step) {
        String path = step.startsWith("install") ? ALL : STEADY + ":update";
        try {
            Response accepted =
                    step.startsWith("rollback") ? admin.post(STEADY + ":rollback", "") : upload(admin, path);
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        } catch (IllegalStateException e) {
            assertThat(e).as("the platform died before it answered").hasMessageContaining("POST");
        }
    }

    private void assertOldOrNew(Set<String> possible, String step) throws Exception {
        try (PlatformProcess platform = start()) {
            ApiClient admin = platform.admin();
            JsonNode plugin = admin.get(STEADY).json();
            String present = plugin.path("version").asText();
            assertThat(present).as("version after %s", step).isIn(possible);
            assertThat(folder.resolve("data/plugins/staging"))
                    .as("staging after %s", step)
                    .isEmptyDirectory();
            assertThat(admin.get("/api/v1/operations").body()).doesNotContain("RUNNING");
            if (present.isEmpty()) {
                assertThat(admin.get("/api/v1/plugins").json()).isEmpty();
            } else {
                assertThat(plugin.path("state").asText()).as(plugin.toString()).isEqualTo("ACTIVE");
                assertThat(admin.post("/api/v1/forecasting/forecasts", FORECAST).body())
                        .contains("\"version\":\"" + present + "\"");
            }
            platform.kill();
        }
    }

    private PlatformProcess start(String... more) throws IOException {
        String[] arguments = {
            "-Dbinnacle.plugins.allow.unsigned=io.example.steady", "-Dbinnacle.plugins.probation.seconds=0"
        };
        return PlatformProcess.start(
                folder.resolve("data"),
                Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new));
    }

    private Response upload(ApiClient admin, String path) {
        version++;
        return admin.upload(
                path,
                "plugin",
                List.of(ExamplePlugins.steadyModel("1.%d.0".formatted(version), 1)
                        .write(folder)));
    }

    private static void changed(ApiClient admin, Response accepted) {
        JsonNode operation = admin.outcome(accepted);
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
    }

    private static void await(int millis) {
        LockSupport.parkNanos(millis * 1_000_000L);
    }
}
