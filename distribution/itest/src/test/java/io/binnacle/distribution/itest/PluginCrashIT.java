package io.binnacle.distribution.itest;

import static io.binnacle.distribution.itest.PluginCrashIT.Side.NEW;
import static io.binnacle.distribution.itest.PluginCrashIT.Side.OLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.plugins.ExamplePlugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The platform dies in the middle of a change of plugins: afterwards the old state or the new one serves, nothing is
 * staged and the operation says how it ended.
 */
class PluginCrashIT {

    /** Every step of every change, as {@code PluginOperation} and {@code CrashPoint} name them, with what is to be afterwards. */
    private static final List<Step> STEPS = Stream.of(
                    steps("install", "received verified resolved staged starting revealed probation", OLD),
                    steps("install", "committed", NEW),
                    steps("update", "received verified resolved staged starting revealed probation", OLD),
                    steps("update", "committed removed", NEW),
                    steps("rollback", "received resolved starting revealed probation", OLD),
                    steps("rollback", "committed removed", NEW),
                    within("update", "store.staged store.moved store.added", OLD),
                    within("update", "generation.prepared generation.written current.prepared", OLD),
                    within("update", "current.switched generations.pruned store.condemned store.swept", NEW))
            .flatMap(List::stream)
            .toList();

    private static final Set<String> SHORT = Set.of("install.staged", "update.committed", "rollback.starting");
    private static final int KILLS = 50;
    private static final int SHORT_KILLS = 3;
    private static final long SEED = 20261126;
    private static final int LONGEST_MILLIS = 1200;
    private static final String ALL = "/api/v1/plugins";
    private static final String STEADY = ALL + "/io.example.steady";
    private static final String FORECAST =
            "{\"series\":[{\"id\":\"a\",\"values\":[1,2,3,4]}],\"horizon\":1," + "\"levels\":[],\"model\":\"steady\"}";

    @TempDir
    Path folder;

    private int version = 1;

    /** A point of a change, and which version is to serve when the platform died there. */
    private record Step(String change, String name, Side after) {}

    /** The versions before and after a change; empty where none is installed. */
    private record Versions(String old, String next) {

        String of(Side side) {
            return side == OLD ? old : next;
        }
    }

    enum Side {
        OLD,
        NEW
    }

    @Test
    void killed_at_a_step_it_starts_with_the_version_of_that_step() throws Exception {
        killAtEach(STEPS.stream().filter(step -> SHORT.contains(step.name())).toList());
    }

    @Test
    @Tag("long")
    void killed_at_every_step_it_starts_with_the_version_of_that_step() throws Exception {
        killAtEach(STEPS);
    }

    @Test
    void killed_at_any_time_it_starts_with_the_old_or_the_new_version() throws Exception {
        killAtAnyTime(SHORT_KILLS);
    }

    @Test
    @Tag("long")
    void killed_fifty_times_it_starts_with_the_old_or_the_new_version() throws Exception {
        killAtAnyTime(KILLS);
    }

    @Test
    void killed_once_at_the_start_of_a_plugin_it_tries_again_and_killed_twice_it_keeps_the_plugin_back()
            throws Exception {
        try (PlatformProcess platform = start()) {
            changed(platform.admin(), upload(platform.admin(), ALL));
        }

        dieWhileItStarts();
        try (PlatformProcess platform = start()) {
            assertServes(platform.admin(), Set.of(next(0)), "one failed start");
        }

        dieWhileItStarts();
        dieWhileItStarts();
        try (PlatformProcess platform = start()) {
            JsonNode plugin = platform.admin().get(STEADY).json();
            assertThat(plugin.path("state").asText()).isEqualTo("QUARANTINED");
            assertThat(plugin.path("whyNotActive").asText())
                    .startsWith("The platform died twice in a row while io.example.steady %s was starting"
                            .formatted(next(0)));
        }
    }

    private void dieWhileItStarts() throws Exception {
        try (PlatformProcess platform = PlatformProcess.launch(
                folder.resolve("data"),
                Map.of(),
                "run",
                "--port",
                "0",
                "-Dbinnacle.plugins.allow.unsigned=io.example.steady",
                "-Dcrash.at=boot.starting")) {
            assertThat(platform.exitCode()).isEqualTo(137);
        }
    }

    private void killAtEach(List<Step> steps) throws Exception {
        for (Step step : steps) {
            Versions versions;
            try (PlatformProcess platform = start("-Dcrash.at=" + step.name())) {
                versions = prepare(platform.admin(), step.change());
                change(platform.admin(), step.change());
                assertThat(platform.exitCode()).as("exit code at %s", step).isEqualTo(137);
            }
            try (PlatformProcess platform = start()) {
                assertServes(platform.admin(), Set.of(versions.of(step.after())), step.toString());
                assertThat(lastOperation(platform.admin())).as(step.toString()).isEqualTo("INTERRUPTED");
            }
        }
    }

    private void killAtAnyTime(int kills) throws Exception {
        Random random = new Random(SEED);
        PlatformProcess platform = start();
        try {
            for (int kill = 0; kill < kills; kill++) {
                String change = List.of("install", "update", "rollback").get(random.nextInt(3));
                Versions versions = prepare(platform.admin(), change);
                change(platform.admin(), change);
                await(random.nextInt(LONGEST_MILLIS));
                platform.close();
                platform = start();
                String what = "kill %d, at %s".formatted(kill, change);
                assertServes(platform.admin(), Set.of(versions.old(), versions.next()), what);
                assertThat(lastOperation(platform.admin())).as(what).isIn("INTERRUPTED", "SUCCEEDED");
            }
        } finally {
            platform.close();
        }
    }

    /** Brings the plugin to where the change begins. */
    private Versions prepare(ApiClient admin, String change) {
        String present = admin.get(STEADY).json().path("version").asText();
        if (change.equals("install")) {
            if (!present.isEmpty()) {
                changed(admin, admin.delete(STEADY));
            }
            return new Versions("", next(1));
        }
        if (present.isEmpty()) {
            changed(admin, upload(admin, ALL));
            present = next(0);
        }
        if (change.equals("rollback")) {
            changed(admin, upload(admin, STEADY + ":update"));
            return new Versions(next(0), present);
        }
        return new Versions(present, next(1));
    }

    private void change(ApiClient admin, String change) {
        String path = change.equals("install") ? ALL : STEADY + ":update";
        try {
            Response accepted = change.equals("rollback") ? admin.post(STEADY + ":rollback", "") : upload(admin, path);
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
        } catch (IllegalStateException e) {
            assertThat(e).as("the platform died before it answered").hasMessageContaining("POST");
        }
    }

    private void assertServes(ApiClient admin, Set<String> possible, String when) {
        JsonNode plugin = admin.get(STEADY).json();
        String present = plugin.path("version").asText();
        assertThat(present).as("version after %s", when).isIn(possible);
        assertThat(folder.resolve("data/plugins/staging"))
                .as("staging after %s", when)
                .isEmptyDirectory();
        if (present.isEmpty()) {
            assertThat(admin.get(ALL).json()).as(when).isEmpty();
        } else {
            assertThat(plugin.path("state").asText()).as("%s: %s", when, plugin).isEqualTo("ACTIVE");
            assertThat(admin.post("/api/v1/forecasting/forecasts", FORECAST).body())
                    .as(when)
                    .contains("\"version\":\"" + present + "\"");
        }
    }

    private static String lastOperation(ApiClient admin) {
        return admin.get("/api/v1/operations")
                .json()
                .path("items")
                .path(0)
                .path("state")
                .asText();
    }

    /** The version that was uploaded last, or the one {@code ahead} of it. */
    private String next(int ahead) {
        return "1.%d.0".formatted(version + ahead);
    }

    private static List<Step> steps(String change, String names, Side after) {
        return Stream.of(names.split(" "))
                .map(name -> new Step(change, change + "." + name, after))
                .toList();
    }

    private static List<Step> within(String change, String names, Side after) {
        return Stream.of(names.split(" "))
                .map(name -> new Step(change, name, after))
                .toList();
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
