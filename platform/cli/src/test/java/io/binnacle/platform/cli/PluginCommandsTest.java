package io.binnacle.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.cli.FakePlatform.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCommandsTest {

    private static final String ID = "com.acme.drift";
    private static final String ONE = "/api/v1/plugins/" + ID;
    private static final String ACTIVE = "{\"state\":\"SUCCEEDED\",\"result\":{\"operation\":\"install\",\"plugin\":\""
            + ID + "\",\"version\":\"1.1.0\",\"state\":\"ACTIVE\",\"unloaded\":\"com.acme.drift 1.0.0: released\"}}";

    @TempDir
    Path data;

    private FakePlatform platform;
    private String file;

    @BeforeEach
    void start() throws IOException {
        platform = new FakePlatform(data);
        file = Files.writeString(data.resolve("drift.zip"), "zip").toString();
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void check_tells_what_would_happen_and_ends_with_1_when_it_cannot() {
        platform.answer(
                "POST /api/v1/plugins:check",
                200,
                "{\"id\":\"com.acme.drift\",\"version\":\"1.1.0\",\"name\":\"Drift\",\"publisher\":\"acme\",\"kind\":"
                        + "\"forecast-model\",\"trust\":\"UNSIGNED\",\"installable\":false,\"problems\":[\"It was made for"
                        + " Binnacle [7,8), and this is 0.1.0.\"],\"permissions\":[\"routes\",\"tables\"],\"spi\":[{\"name\":"
                        + "\"io.binnacle.forecasting.api\",\"wanted\":\"[1.0,2)\",\"here\":\"1.0.0\",\"fits\":true}],"
                        + "\"tables\":[{\"schema\":\"plugin_com_acme_drift\",\"scripts\":[\"V1__a.sql\"]}],\"restarts\":[],"
                        + "\"installed\":\"1.0.0\",\"consent\":\"Install what you trust.\"}");

        Outcome outcome = platform.run("plugin", "check", file);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out().lines())
                .containsExactly(
                        "Drift 1.1.0 (com.acme.drift) by acme, forecast-model, UNSIGNED",
                        "  It cannot be installed:",
                        "    - It was made for Binnacle [7,8), and this is 0.1.0.",
                        "  uses         io.binnacle.forecasting.api [1.0,2), here is 1.0.0",
                        "  permissions  routes, tables",
                        "  tables       plugin_com_acme_drift: V1__a.sql",
                        "  replaces     1.0.0",
                        "  Install what you trust.");
        assertThat(platform.request("POST /api/v1/plugins:check").body()).contains("name=\"plugin\"", "drift.zip");
    }

    @Test
    void install_waits_for_the_end_and_tells_it() {
        platform.answer("POST /api/v1/plugins", 202, "{\"id\":\"op-1\",\"state\":\"RUNNING\"}")
                .answer("GET /api/v1/operations/op-1", 200, ACTIVE);

        Outcome outcome = platform.run("plugin", "install", file);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .containsExactly("com.acme.drift 1.1.0 is ACTIVE.", "  left memory: com.acme.drift 1.0.0: released");
    }

    @Test
    void install_takes_an_id_of_the_catalogue_with_or_without_a_version() {
        platform.answer("POST /api/v1/plugins", 202, "{\"id\":\"op-1\",\"state\":\"RUNNING\"}")
                .answer("GET /api/v1/operations/op-1", 200, ACTIVE);

        assertThat(platform.run("plugin", "install", ID + "@1.1.0").code()).isZero();

        assertThat(platform.request("POST /api/v1/plugins").body())
                .isEqualTo("{\"catalogue\":{\"id\":\"com.acme.drift\",\"version\":\"1.1.0\"}}");
    }

    @Test
    void update_without_a_file_asks_the_catalogue_for_the_newest() {
        platform.answer("POST " + ONE + ":update", 202, "{\"id\":\"op-1\",\"state\":\"RUNNING\"}")
                .answer("GET /api/v1/operations/op-1", 200, ACTIVE);

        assertThat(platform.run("plugin", "update", ID).code()).isZero();

        assertThat(platform.request("POST " + ONE + ":update").body())
                .isEqualTo("{\"catalogue\":{\"id\":\"com.acme.drift\"}}");
    }

    @Test
    void check_takes_an_id_too_and_a_file_that_is_missing_is_told_as_one() {
        platform.answer("POST /api/v1/plugins:check", 200, "{\"installable\":true}");

        assertThat(platform.run("plugin", "check", ID).code()).isZero();
        assertThat(platform.request("POST /api/v1/plugins:check").body())
                .isEqualTo("{\"catalogue\":{\"id\":\"com.acme.drift\"}}");
        assertThat(platform.run("plugin", "check", "absent.zip").err()).contains("absent.zip");
    }

    @Test
    void search_lists_what_fits_and_what_does_not() {
        platform.answer(
                "GET /api/v1/plugin-catalogue?q=drift+model",
                200,
                "{\"name\":\"acme\",\"counter\":7,\"expires\":\"2027-01-31T00:00:00Z\",\"plugins\":[{\"id\":"
                        + "\"com.acme.drift\",\"name\":\"Drift\",\"description\":\"Goes on.\",\"installed\":\"1.0.0\","
                        + "\"newest\":\"1.1.0\",\"versions\":[{\"version\":\"2.0.0\",\"compatible\":false},"
                        + "{\"version\":\"1.1.0\",\"compatible\":true},{\"version\":\"1.0.0\",\"compatible\":true}]}]}");

        assertThat(platform.run("plugin", "search", "drift", "model").out().lines())
                .containsExactly(
                        "The catalogue acme, state 7, good until 2027-01-31T00:00:00Z.",
                        "1.1.0      com.acme.drift, installed 1.0.0",
                        "           Drift: Goes on.",
                        "           also 2.0.0 (does not fit), 1.0.0");
    }

    @Test
    void a_refused_install_is_one_sentence() {
        platform.answer(
                "POST /api/v1/plugins",
                202,
                "{\"state\":\"FAILED\",\"problem\":{\"title\":\"Plugin unsigned\",\"detail\":\"com.acme.drift is not"
                        + " signed\"}}");

        Outcome outcome = platform.run("plugin", "install", file);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().strip()).isEqualTo("Plugin unsigned: com.acme.drift is not signed");
    }

    @Test
    void a_file_that_is_not_there_is_told_before_anything_is_sent() {
        assertThat(platform.run("plugin", "install", "nowhere.zip").err().strip())
                .isEqualTo("There is no file nowhere.zip that can be read.");
    }

    @Test
    void each_change_has_its_command() {
        platform.answer("POST " + ONE + ":update", 202, ACTIVE)
                .answer("POST " + ONE + ":rollback", 202, ACTIVE)
                .answer("PATCH " + ONE, 202, ACTIVE)
                .answer("PATCH " + ONE + "?dependents=cascade", 202, ACTIVE)
                .answer("DELETE " + ONE + "?data=purge&dependents=refuse", 202, ACTIVE);

        assertThat(platform.run("plugin", "update", ID, file).code()).isZero();
        assertThat(platform.run("plugin", "rollback", ID).code()).isZero();
        assertThat(platform.run("plugin", "enable", ID).code()).isZero();
        assertThat(platform.run("plugin", "disable", ID, "--cascade").code()).isZero();
        assertThat(platform.run("plugin", "remove", ID, "--purge").code()).isZero();
        assertThat(platform.request("PATCH " + ONE).body()).isEqualTo("{\"enabled\":true}");
        assertThat(platform.request("PATCH " + ONE + "?dependents=cascade").body())
                .isEqualTo("{\"enabled\":false}");
    }

    @Test
    void list_says_why_one_is_not_active() {
        platform.answer(
                "GET /api/v1/plugins",
                200,
                "[{\"id\":\"com.acme.drift\",\"version\":\"1.1.0\",\"trust\":\"UNSIGNED\",\"state\":\"DISABLED\","
                        + "\"whyNotActive\":\"It is disabled.\"}]");

        assertThat(platform.run("plugin", "list").out().lines())
                .containsExactly("DISABLED    1.1.0      UNSIGNED  com.acme.drift", "            It is disabled.");
    }

    @Test
    void show_tells_what_there_is_to_tell() {
        platform.answer(
                "GET " + ONE,
                200,
                "{\"id\":\"com.acme.drift\",\"version\":\"1.1.0\",\"name\":\"Drift\",\"publisher\":\"acme\",\"description\":"
                        + "\"\",\"kind\":\"forecast-model\",\"trust\":\"PUBLISHER\",\"digest\":\"ab12\",\"enabled\":true,"
                        + "\"state\":\"ACTIVE\",\"health\":\"well\",\"previousVersion\":\"1.0.0\",\"lastChange\":"
                        + "{\"operation\":\"update\"},\"threads\":[],\"permissions\":[],\"bundles\":[{\"name\":"
                        + "\"com.acme.drift\",\"version\":\"1.1.0\"}]}");

        assertThat(platform.run("plugin", "show", ID).out().lines())
                .containsExactly(
                        "Drift 1.1.0 (com.acme.drift) by acme, forecast-model, PUBLISHER",
                        "  state        ACTIVE, well",
                        "  back to      1.0.0",
                        "  last change  update",
                        "  bundle       com.acme.drift 1.1.0",
                        "  digest       ab12");
    }

    @Test
    void config_is_read_and_replaced() throws IOException {
        String settings = Files.writeString(data.resolve("settings.json"), "{\"days\": 7}")
                .toString();
        platform.answer("GET " + ONE + "/config", 200, "{}").answer("PUT " + ONE + "/config", 200, "{\"days\":7}");

        assertThat(platform.run("plugin", "config", ID).out().strip()).isEqualTo("{ }");
        assertThat(platform.run("plugin", "config", ID, "--set", settings).out())
                .contains("\"days\" : 7");
        assertThat(platform.request("PUT " + ONE + "/config").body()).isEqualTo("{\"days\":7}");
    }

    @Test
    void log_is_printed_without_what_would_steer_the_terminal() {
        platform.answer("GET " + ONE + "/log", 200, "one\ntwo \u001b[31m");

        assertThat(platform.run("plugin", "log", ID).out().lines()).containsExactly("one", "two  [31m");
    }

    @Test
    void generations_are_listed_and_restored() {
        platform.answer(
                        "GET /api/v1/system/generations",
                        200,
                        "{\"current\":2,\"safeMode\":false,\"unfinished\":{\"operation\":\"update\",\"plugin\":"
                                + "\"com.acme.drift\",\"step\":\"update.staged\"},\"generations\":[{\"number\":2,\"createdAt\":"
                                + "\"2026-11-02T09:00:00Z\",\"cause\":\"update com.acme.drift 1.1.0\",\"plugins\":"
                                + "{\"com.acme.drift\":{\"id\":\"com.acme.drift\",\"version\":\"1.1.0\",\"enabled\":true}}},"
                                + "{\"number\":1,\"createdAt\":\"2026-11-01T09:00:00Z\",\"cause\":\"x\",\"plugins\":{}}]}")
                .answer(
                        "POST /api/v1/system/generations/1:restore",
                        202,
                        "{\"state\":\"SUCCEEDED\",\"result\":{\"number\":3}}");

        assertThat(platform.run("generations").out().lines())
                .containsExactly(
                        "The platform died during the update of com.acme.drift, after the step update.staged.",
                        "*   2  2026-11-02T09:00:00Z  update com.acme.drift 1.1.0",
                        "       com.acme.drift 1.1.0",
                        "    1  2026-11-01T09:00:00Z  x",
                        "       no plugins");
        assertThat(platform.run("generations", "restore", "1").out().strip())
                .isEqualTo("The plugins are those of generation 1; this one has the number 3.");
    }
}
