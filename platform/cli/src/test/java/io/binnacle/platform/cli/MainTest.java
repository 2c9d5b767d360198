package io.binnacle.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.cli.FakePlatform.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    private static final String OPERATION = "{\"id\":\"op-1\",\"state\":\"RUNNING\",\"percent\":0,\"message\":\"m\"}";

    @TempDir
    Path data;

    private FakePlatform platform;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform(data);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void help_names_every_command() {
        assertThat(platform.run("--help").out())
                .contains("run", "demo", "status", "import", "verify", "token", "bundles", "bundle", "stop");
        assertThat(platform.run("import", "--help").out()).contains("--dry-run", "--currency", "--on-error");
    }

    @Test
    void what_is_not_understood_is_one_line() {
        Outcome outcome = platform.run("sail");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains("'sail'").contains("--help");
    }

    @Test
    void status_says_ready() {
        platform.answer("GET /readyz", 200, "{\"status\":\"READY\",\"stopped\":[\"io.binnacle.forecasting.theta\"]}");

        Outcome outcome = platform.run("status");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .startsWith("Binnacle is ready: http://127.0.0.1:")
                .contains("stopped: io.binnacle.forecasting.theta");
    }

    @Test
    void status_says_what_is_missing() {
        platform.answer("GET /readyz", 503, "{\"status\":\"NOT_READY\",\"missing\":[\"no database\"]}");

        Outcome outcome = platform.run("status");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.out()).contains("is not ready:").contains("  - no database");
    }

    @Test
    void status_says_when_nothing_answers() {
        platform.close();

        Outcome outcome = platform.run("status");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("Binnacle does not answer at http://127.0.0.1:");
    }

    @Test
    void status_says_when_nothing_runs() throws IOException {
        Files.delete(data.resolve("address"));

        Outcome outcome = platform.run("status");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("Binnacle does not run on " + data);
    }

    @Test
    void status_says_when_it_is_starting() throws IOException {
        Files.delete(data.resolve("address"));
        Files.writeString(data.resolve("binnacle.pid"), ProcessHandle.current().pid() + "\n");

        Outcome outcome = platform.run("status");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.out()).startsWith("Binnacle is starting");
    }

    @Test
    void verify_tells_what_was_counted() {
        platform.answer("POST /api/v1/journal:verify", 202, OPERATION)
                .answer("GET /api/v1/operations/op-1", 200, OPERATION)
                .answer(
                        "GET /api/v1/operations/op-1",
                        200,
                        "{\"state\":\"SUCCEEDED\",\"result\":{\"entities\":1,\"events\":1234,\"faults\":[],"
                                + "\"digest\":\"abc\"}}");

        Outcome outcome = platform.run("verify");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly("The journal is whole: 1 entity, 1,234 events, 0 faults", "Digest abc");
        assertThat(platform.request("POST /api/v1/journal:verify").authorization())
                .isEqualTo("Bearer bnk_admin");
    }

    @Test
    void verify_fails_with_faults() {
        platform.answer(
                "POST /api/v1/journal:verify",
                202,
                "{\"state\":\"SUCCEEDED\",\"result\":{\"entities\":2,\"events\":3,\"faults\":[\"account 1: hash of 2\"],"
                        + "\"digest\":\"abc\"}}");

        Outcome outcome = platform.run("verify");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).contains("damaged: 2 entities, 3 events, 1 fault", "  - account 1: hash of 2");
    }

    @Test
    void a_failed_operation_is_told_by_its_problem() {
        platform.answer(
                "POST /api/v1/journal:verify",
                202,
                "{\"state\":\"FAILED\",\"message\":\"m\",\"problem\":{\"title\":\"Internal error\",\"detail\":\"it broke\","
                        + "\"correlationId\":\"c-1\"}}");

        Outcome outcome = platform.run("verify");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().lines()).containsExactly("Internal error: it broke", "  correlation id c-1");
    }

    @Test
    void token_prints_the_administrators() throws IOException {
        assertThat(platform.run("token").out().strip()).isEqualTo("bnk_admin");

        Files.delete(data.resolve("admin-token"));

        assertThat(platform.run("token").code()).isEqualTo(1);
        assertThat(platform.run("token").err()).startsWith("There is no token in " + data);
    }

    @Test
    void token_create_prints_the_new_one_alone() {
        platform.answer(
                "POST /api/v1/tokens",
                201,
                "{\"id\":\"t-1\",\"name\":\"ada\",\"role\":\"SELLER\",\"token\":\"bnk_new\"}");

        Outcome outcome = platform.run("token", "create", "ada", "--role", "seller", "--days", "30");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().strip()).isEqualTo("bnk_new");
        assertThat(outcome.err()).contains("ada", "SELLER", "this once");
        assertThat(platform.request("POST /api/v1/tokens").body())
                .isEqualTo("{\"name\":\"ada\",\"role\":\"SELLER\",\"expiresInDays\":30}");
    }

    @Test
    void a_refusal_is_told_with_its_fields() {
        platform.answer(
                "POST /api/v1/tokens",
                422,
                "{\"title\":\"Invalid content\",\"detail\":\"the token cannot be made\",\"errors\":[{\"pointer\":\"/name\","
                        + "\"code\":\"INVALID_CONTENT\",\"detail\":\"name \\u001b[31m is too long\"}]}");

        Outcome outcome = platform.run("token", "create", "ada", "--role", "seller");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().lines())
                .containsExactly("Invalid content: the token cannot be made", "  /name: name  [31m is too long");
    }

    @Test
    void a_reason_is_not_told_twice() {
        platform.answer(
                "POST /api/v1/tokens",
                409,
                "{\"title\":\"Conflict\",\"detail\":\"taken\",\"errors\":[{\"pointer\":\"/name\",\"detail\":\"taken\"}]}");

        assertThat(platform.run("token", "create", "ada", "--role", "seller")
                        .err()
                        .strip())
                .isEqualTo("Conflict: taken");
    }

    @Test
    void token_list_follows_every_page() {
        platform.answer(
                        "GET /api/v1/tokens",
                        200,
                        "{\"items\":[{\"id\":\"t-2\",\"name\":\"ada\",\"role\":\"SELLER\",\"createdAt\":"
                                + "\"2026-11-02T09:00:00Z\",\"revokedAt\":\"2026-11-03T09:00:00Z\"}],\"next\":\"t-2\"}")
                .answer(
                        "GET /api/v1/tokens?cursor=t-2",
                        200,
                        "{\"items\":[{\"id\":\"t-1\",\"name\":\"admin\",\"role\":\"ADMIN\",\"createdAt\":"
                                + "\"2026-11-01T09:00:00Z\"}]}");

        Outcome outcome = platform.run("token", "list");

        assertThat(outcome.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "ID ROLE CREATED LAST USED ENDS NAME",
                        "t-2 SELLER 2026-11-02T09:00Z - revoked ada",
                        "t-1 ADMIN 2026-11-01T09:00Z - never admin");
    }

    @Test
    void token_revoke_needs_an_id() {
        String id = "01890000-0000-7000-8000-000000000001";
        platform.answer("DELETE /api/v1/tokens/" + id, 204, "");

        assertThat(platform.run("token", "revoke", id).out()).contains(id + " is revoked");
        assertThat(platform.run("token", "revoke", "ada").code()).isEqualTo(2);
    }

    @Test
    void bundles_are_listed_with_what_they_wait_for() {
        platform.answer(
                "GET /api/v1/system/bundles",
                200,
                "[{\"name\":\"io.binnacle.forecasting.theta\",\"version\":\"0.1.0\",\"state\":\"RESOLVED\","
                        + "\"startLevel\":30,\"whyNotActive\":\"It is stopped.\"}]");

        assertThat(platform.run("bundles").out())
                .contains("RESOLVED     30  io.binnacle.forecasting.theta 0.1.0")
                .contains("It is stopped.");
    }

    @Test
    void a_bundle_is_stopped_by_its_name() {
        platform.answer(
                "POST /api/v1/system/bundles/io.binnacle.forecasting.theta:stop",
                200,
                "{\"name\":\"io.binnacle.forecasting.theta\",\"state\":\"RESOLVED\",\"whyNotActive\":\"It is stopped.\"}");

        assertThat(platform.run("bundle", "stop", "io.binnacle.forecasting.theta")
                        .out()
                        .strip())
                .isEqualTo("io.binnacle.forecasting.theta is RESOLVED. It is stopped.");
    }

    @Test
    void another_token_may_be_named() {
        platform.answer("GET /api/v1/system/bundles", 200, "[]");

        platform.run("bundles", "--token", "bnk_other");

        assertThat(platform.request("GET /api/v1/system/bundles").authorization())
                .isEqualTo("Bearer bnk_other");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void stop_ends_the_process_and_waits_for_it() throws IOException {
        Process process = new ProcessBuilder("sleep", "60").start();
        Files.writeString(data.resolve("binnacle.pid"), process.pid() + "\n");

        Outcome outcome = platform.run("stop");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(process.isAlive()).isFalse();
        assertThat(outcome.out()).contains("has stopped (process " + process.pid());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void stop_leaves_a_process_alone_that_has_the_number_of_a_dead_platform() throws IOException {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Path file = Files.writeString(data.resolve("binnacle.pid"), other.pid() + "\n");
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));

            assertThat(platform.run("stop").code()).isEqualTo(3);
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void stop_says_when_none_runs() {
        Outcome outcome = platform.run("stop");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err()).startsWith("Binnacle does not run on " + data);
    }
}
