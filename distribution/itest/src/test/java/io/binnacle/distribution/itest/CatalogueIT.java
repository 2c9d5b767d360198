package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.Distribution;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.plugins.ExamplePlugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins from a catalogue; whoever tampers with it, or holds it back, changes nothing. */
class CatalogueIT {

    private static final String ID = "io.example.teller";
    private static final String PLUGINS = "/api/v1/plugins";
    private static final String ONE = PLUGINS + "/" + ID;
    private static final String OFFERS = "/api/v1/plugin-catalogue";
    private static final String TELLER = "/api/v1/examples/teller";
    private static final String NEWEST = "{\"catalogue\":{\"id\":\"" + ID + "\"}}";

    @TempDir
    static Path work;

    private static Shelf shelf;
    private static PlatformProcess platform;
    private static ApiClient admin;

    @BeforeAll
    static void start() throws IOException {
        shelf = new Shelf(work)
                .with(
                        ExamplePlugins.teller("1.0.0"),
                        ExamplePlugins.teller("1.1.0"),
                        ExamplePlugins.teller("1.2.0")
                                .manifest(json -> json.putObject("spi").put("io.binnacle.forecasting.api", "[9,10)")),
                        ExamplePlugins.teller("2.0.0").manifest(json -> json.put("platform", "[7,8)")));
        shelf.index();
        platform = PlatformProcess.start(
                work.resolve("data"),
                shelf.trustedHere(),
                "-Dbinnacle.plugins.catalogue=" + shelf.folder(),
                "-Dbinnacle.plugins.probation.seconds=0");
        admin = platform.admin();
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    @BeforeEach
    void one_version_is_installed_and_the_catalogue_is_in_order() throws IOException {
        shelf.index();
        if (admin.get(ONE).status() == 200) {
            succeeded(admin.delete(ONE));
        }
        succeeded(admin.post(PLUGINS, version("1.0.0")));
    }

    @Test
    void it_tells_what_it_offers_and_what_of_it_fits() {
        JsonNode offers = admin.get(OFFERS + "?q=TELLER").json();

        assertThat(offers.path("name").asText()).isEqualTo("shelf");
        JsonNode teller = offers.path("plugins").get(0);
        assertThat(teller.path("installed").asText()).isEqualTo("1.0.0");
        assertThat(teller.path("newest").asText()).isEqualTo("1.1.0");
        assertThat(teller.path("versions"))
                .extracting(one -> one.path("version").asText() + " " + one.path("compatible"))
                .containsExactly("2.0.0 false", "1.2.0 false", "1.1.0 true", "1.0.0 true");
        assertThat(admin.get(OFFERS + "?q=absent").json().path("plugins")).isEmpty();
    }

    @Test
    void the_newest_version_that_fits_is_checked_and_put_in_place() {
        JsonNode report = admin.post(PLUGINS + ":check", NEWEST).json();
        assertThat(report.path("version").asText()).isEqualTo("1.1.0");
        assertThat(report.path("installable").asBoolean()).isTrue();
        assertThat(report.path("installed").asText()).isEqualTo("1.0.0");
        assertThat(report.path("trust").asText()).isEqualTo("PUBLISHER");

        succeeded(admin.post(ONE + ":update", NEWEST));

        assertThat(admin.get(TELLER).body()).isEqualTo("1.1.0");
        assertThat(admin.get(ONE).json().path("previousVersion").asText()).isEqualTo("1.0.0");
    }

    @Test
    void the_command_line_searches_installs_and_updates_by_id() throws Exception {
        succeeded(admin.delete(ONE));

        assertThat(binnacle("plugin", "search", "teller")).contains("1.1.0      " + ID, "2.0.0 (does not fit)");
        assertThat(binnacle("plugin", "check", ID)).contains("It can be installed.");
        assertThat(binnacle("plugin", "install", ID + "@1.0.0")).contains(ID + " 1.0.0 is ACTIVE.");
        assertThat(binnacle("plugin", "update", ID)).contains(ID + " 1.1.0 is ACTIVE.");
        assertThat(binnacle("plugin", "install", "io.example.absent")).contains("has no io.example.absent");
        assertThat(admin.get(TELLER).body()).isEqualTo("1.1.0");
    }

    @Test
    void a_state_older_than_one_that_was_seen_brings_no_version_back() throws IOException {
        Map<Path, byte[]> stale = shelf.state();
        shelf.index();
        Map<Path, byte[]> latest = shelf.state();
        succeeded(admin.post(ONE + ":update", NEWEST));
        shelf.restore(stale);

        refused(ONE + ":update", version("1.0.0"), "CATALOGUE_ROLLED_BACK", "somebody may be offering old versions");
        refused(PLUGINS, NEWEST, "CATALOGUE_ROLLED_BACK", "was seen before");
        assertProblem(admin.get(OFFERS), "CATALOGUE_ROLLED_BACK");
        assertProblem(admin.post(PLUGINS + ":check", NEWEST), "CATALOGUE_ROLLED_BACK");
        shelf.restore(latest);
    }

    @Test
    void a_version_that_is_not_newer_is_no_update() {
        succeeded(admin.post(ONE + ":update", NEWEST));

        refused(ONE + ":update", version("1.0.0"), "PLUGIN_VERSION_NOT_NEWER", "1.0.0 is not newer than 1.1.0");
        refused(ONE + ":update", NEWEST, "PLUGIN_VERSION_NOT_NEWER", "1.1.0 is not newer than 1.1.0");
    }

    @Test
    void nothing_is_taken_from_a_catalogue_after_its_date() throws IOException {
        Instant past = Instant.parse("2026-01-31T00:00:00Z");
        shelf.indexUntil(past);

        refused(ONE + ":update", NEWEST, "CATALOGUE_EXPIRED", "was good until " + past + "; ask who publishes it");
    }

    @Test
    void a_catalogue_that_somebody_else_signed_or_changed_is_refused() throws IOException {
        shelf.indexSignedBySomebodyElse();
        refused(ONE + ":update", NEWEST, "CATALOGUE_INVALID", "which is not trusted here or signed something else");

        shelf.index();
        Path index = shelf.folder().resolve("index.json");
        Files.writeString(index, Files.readString(index).replace("1.1.0", "1.1.1"));
        refused(ONE + ":update", NEWEST, "CATALOGUE_INVALID", "signed something else");
    }

    @Test
    void a_file_that_is_not_the_one_that_is_listed_is_refused() throws IOException {
        String file = ID + "-1.1.0.zip";
        byte[] good = Files.readAllBytes(shelf.folder().resolve(file));
        shelf.tamper(file);

        refused(ONE + ":update", NEWEST, "CATALOGUE_INVALID", file + " is not the one that the catalogue lists");
        assertProblem(admin.post(PLUGINS + ":check", NEWEST), "CATALOGUE_INVALID");
        Files.write(shelf.folder().resolve(file), good);
    }

    @Test
    void what_is_not_there_is_told_with_what_is() {
        refused(
                ONE + ":update",
                version("3.0.0"),
                "PLUGIN_NOT_IN_CATALOGUE",
                "has no io.example.teller 3.0.0 for Binnacle 0.1.0 and its APIs; versions there: [2.0.0, 1.2.0, 1.1.0,"
                        + " 1.0.0]");
        refused(ONE + ":update", version("1.2.0"), "PLUGIN_UNRESOLVED", "It needs io.binnacle.forecasting.api");
        for (String incomplete : new String[] {"{}", "{\"catalogue\":null}", "{\"catalogue\":{}}"}) {
            Response answer = admin.post(PLUGINS, incomplete);
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains(incomplete.endsWith("{}}") ? "/catalogue/id" : "/catalogue");
        }
    }

    @Test
    void without_the_folder_the_last_copy_lists_and_only_files_are_missed() throws IOException {
        admin.get(OFFERS);
        Path away = Files.move(shelf.folder(), work.resolve("away"));
        try {
            assertThat(admin.get(OFFERS).json().path("plugins")).hasSize(1);
            refused(ONE + ":update", NEWEST, "CATALOGUE_UNREACHABLE", "io.example.teller 1.1.0 cannot be fetched");
        } finally {
            Files.move(away, shelf.folder());
        }
        succeeded(admin.post(ONE + ":update", NEWEST));
    }

    private static void refused(String path, String body, String code, String words) {
        String before = admin.get(PLUGINS).json().findValuesAsText("digest").toString();
        JsonNode operation = admin.outcome(admin.post(path, body));

        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("FAILED");
        assertThat(operation.path("problem").path("code").asText()).isEqualTo(code);
        assertThat(operation.path("problem").path("detail").asText())
                .contains(words)
                .hasLineCount(1);
        assertThat(admin.get(PLUGINS).json().findValuesAsText("digest")).hasToString(before);
        assertThat(admin.get(TELLER).status()).isEqualTo(200);
        assertThat(work.resolve("data/plugins/staging")).isEmptyDirectory();
    }

    private static void assertProblem(Response answer, String code) {
        assertThat(answer.json().path("code").asText()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(409);
    }

    private static void succeeded(Response accepted) {
        JsonNode operation = admin.outcome(accepted);
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
    }

    private static String version(String version) {
        return "{\"catalogue\":{\"id\":\"" + ID + "\",\"version\":\"" + version + "\"}}";
    }

    private static String binnacle(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Distribution.underTest().home().resolve("bin/binnacle").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("BINNACLE_DATA", work.resolve("data").toString());
        return new String(builder.start().getInputStream().readAllBytes());
    }
}
