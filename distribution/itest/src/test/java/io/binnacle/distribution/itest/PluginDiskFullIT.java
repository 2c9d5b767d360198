package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.plugins.ExamplePlugins;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of plugins is a disk of two megabytes, which takes the right to mount one. */
class PluginDiskFullIT {

    private static final int MEGABYTE = 1 << 20;
    private static final String ALL = "/api/v1/plugins";
    private static final String STEADY = ALL + "/io.example.steady";
    private static final String FORECAST =
            "{\"series\":[{\"id\":\"a\",\"values\":[1,2,3,4]}],\"horizon\":1,\"levels\":[],\"model\":\"steady\"}";

    @TempDir
    Path folder;

    private Path disk;
    private PlatformProcess platform;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(folder.resolve("data/plugins"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()),
                "a full disk is not tested: this user may not mount a small one");
        platform = start();
        assertThat(changed(upload(ALL, steady("1.0.0", 0))).path("state").asText())
                .isEqualTo("SUCCEEDED");
    }

    @AfterEach
    void unmount() throws Exception {
        if (platform != null) {
            platform.close();
        }
        run("umount", disk.toString());
    }

    @Test
    void an_upload_for_which_there_is_no_room_is_507_and_the_old_version_serves_on() throws Exception {
        fill();

        assertFull(upload(STEADY + ":update", steady("2.0.0", MEGABYTE)).json(), 507);
        assertFull(upload(ALL + ":check", steady("2.0.0", MEGABYTE)).json(), 507);

        assertOldVersionServes();
        assertWorksOnceThereIsRoom();
    }

    @Test
    void an_update_that_finds_no_room_to_unpack_fails_and_the_old_version_serves_on() throws Exception {
        JsonNode operation = changed(upload(STEADY + ":update", steady("2.0.0", MEGABYTE)));

        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("FAILED");
        assertFull(operation.path("problem"), 507);
        assertOldVersionServes();
        assertWorksOnceThereIsRoom();
    }

    @Test
    void the_platform_starts_on_a_full_disk_with_the_plugins_that_it_had() throws Exception {
        fill();
        platform.close();

        platform = start();

        assertOldVersionServes();
    }

    private static void assertFull(JsonNode problem, int status) {
        assertThat(problem.path("code").asText()).as(problem.toString()).isEqualTo("DISK_FULL");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText())
                .contains("the disk is full", "nothing was changed", "free some space and try again");
    }

    private void assertOldVersionServes() throws IOException {
        assertThat(platform.admin().get(STEADY).json().path("state").asText()).isEqualTo("ACTIVE");
        assertThat(platform.admin()
                        .post("/api/v1/forecasting/forecasts", FORECAST)
                        .body())
                .contains("\"version\":\"1.0.0\"");
        assertThat(disk.resolve("staging")).isEmptyDirectory();
    }

    private void assertWorksOnceThereIsRoom() throws IOException {
        Files.deleteIfExists(disk.resolve("filler"));
        assertThat(changed(upload(STEADY + ":update", steady("2.0.1", 0)))
                        .path("state")
                        .asText())
                .isEqualTo("SUCCEEDED");
        assertThat(platform.admin()
                        .post("/api/v1/forecasting/forecasts", FORECAST)
                        .body())
                .contains("\"version\":\"2.0.1\"");
    }

    private PlatformProcess start() throws IOException {
        return PlatformProcess.start(
                folder.resolve("data"),
                "-Dbinnacle.plugins.allow.unsigned=io.example.steady",
                "-Dbinnacle.plugins.probation.seconds=0");
    }

    /** With about so many bytes that cannot be compressed. */
    private Path steady(String version, int bytes) throws IOException {
        byte[] ballast = new byte[bytes];
        new Random(1).nextBytes(ballast);
        return ExamplePlugins.steadyModel(version, 1)
                .resource("ballast.txt", Base64.getEncoder().encodeToString(ballast))
                .write(Files.createTempDirectory(folder, "upload"));
    }

    private Response upload(String path, Path file) throws IOException {
        return platform.admin().upload(path, "plugin", List.of(file));
    }

    private JsonNode changed(Response accepted) throws IOException {
        ApiClient admin = platform.admin();
        return admin.outcome(accepted);
    }

    private void fill() throws IOException {
        try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
            byte[] page = new byte[4096];
            while (true) {
                filler.write(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
