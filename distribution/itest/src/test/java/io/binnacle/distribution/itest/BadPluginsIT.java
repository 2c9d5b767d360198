package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.plugins.BadPlugins;
import io.binnacle.platform.testkit.plugins.PluginKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every bad plugin ends as {@code docs/reference/plugin-errors.md} says, and the platform serves on. */
class BadPluginsIT {

    private static final Path TABLE =
            Path.of(System.getProperty("binnacle.docs", "../../docs"), "reference/plugin-errors.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\w+) \\| (?:`(\\w+)`|–) \\| (.+?) \\| (.+?) \\|$");
    private static final Set<String> NOT_ALLOWED = Set.of("unsigned", "unknown-key", "wrong-signature");
    private static final String FORECASTS = "/api/v1/forecasting/forecasts";
    private static final String FORECAST =
            "{\"series\":[{\"id\":\"a\",\"values\":[112,118,132,129,121,135,148,148,136,119,104,118,115,126]}],"
                    + "\"horizon\":3,\"levels\":[80],\"model\":\"%s\"}";
    private static final PluginKey PUBLISHER = PluginKey.generate();
    private static final BadPlugins PLUGINS = new BadPlugins(PUBLISHER);

    @TempDir
    static Path folder;

    private static List<String> arguments;
    private static PlatformProcess platform;

    @BeforeAll
    static void start() throws IOException {
        Path trusted = Files.createDirectories(folder.resolve("keys/trusted"));
        Files.writeString(trusted.resolve("example.pub"), PUBLISHER.publicKey());
        String allowed = PLUGINS.names().stream()
                .filter(name -> !NOT_ALLOWED.contains(name))
                .map(BadPlugins::id)
                .collect(Collectors.joining(","));
        arguments = List.of(
                "-Dbinnacle.plugins.keys=" + trusted.getParent(),
                "-Dbinnacle.plugins.allow.unsigned=" + allowed,
                "-Dbinnacle.plugins.start.seconds=3",
                "-Dbinnacle.plugins.settle.seconds=1",
                "-Dbinnacle.plugins.health.seconds=2",
                "-Dbinnacle.plugins.release.seconds=1",
                "-Dbinnacle.plugins.probation.seconds=0");
        platform = PlatformProcess.start(folder.resolve("data"), arguments.toArray(String[]::new));
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    @Test
    void the_table_has_them_all() throws IOException {
        assertThat(rows()).extracting(Row::plugin).containsExactlyInAnyOrderElementsOf(PLUGINS.names());
    }

    @TestFactory
    Stream<DynamicTest> each_is_refused_or_contained_and_the_administrator_reads_why() throws IOException {
        return rows().stream().map(row -> DynamicTest.dynamicTest(row.plugin(), () -> meet(row)));
    }

    private static void meet(Row row) throws Exception {
        ApiClient admin = platform.admin();
        switch (row.when()) {
            case "install" -> refused(row, install(admin, row), admin);
            case "update" -> {
                succeeded(admin.outcome(upload(admin, "", BadPlugins.later(row.plugin(), folder))));
                refused(row, admin.outcome(upload(admin, row.path() + ":update", file(row))), admin);
            }
            case "forecast" -> {
                succeeded(install(admin, row));
                Response answer = admin.post(FORECASTS, FORECAST.formatted(row.plugin()));
                assertThat(answer.status()).as(answer.body()).isGreaterThanOrEqualTo(400);
                assertTold(row, answer.json());
                assertThat(removed(row, admin)).contains("released");
            }
            case "remove" -> {
                succeeded(install(admin, row));
                assertThat(admin.post(FORECASTS, FORECAST.formatted(row.plugin()))
                                .status())
                        .isEqualTo(200);
                assertThat(removed(row, admin)).contains(row.sentence());
            }
            case "exit" -> {
                upload(admin, "", file(row));
                platform.exitCode();
                platform.close();
                platform = PlatformProcess.start(folder.resolve("data"), arguments.toArray(String[]::new));
                admin = platform.admin();
                JsonNode operation =
                        admin.get("/api/v1/operations").json().path("items").get(0);
                assertThat(operation.path("state").asText()).isEqualTo("INTERRUPTED");
                assertThat(operation.path("message").asText())
                        .startsWith("The platform stopped before this ended; nothing of it was kept.");
                assertQuarantined(row, admin.get(row.path()).json());
            }
            default -> throw new AssertionError("there is no moment '" + row.when() + "'");
        }
        assertServing(admin);
        assertThat(folder.resolve("data/plugins/staging")).isEmptyDirectory();
        assertOnlyWhatIsInstalledIsStored(admin);
    }

    /** Content of an earlier generation is kept to go back to; that of a plugin that was refused is not. */
    private static void assertOnlyWhatIsInstalledIsStored(ApiClient admin) throws IOException {
        String generations = admin.get("/api/v1/system/generations").body();
        try (Stream<Path> stored = Files.list(folder.resolve("data/plugins/store"))) {
            assertThat(stored.map(content -> content.getFileName().toString())).allMatch(generations::contains);
        }
    }

    private static void refused(Row row, JsonNode operation, ApiClient admin) {
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("FAILED");
        assertTold(row, operation.path("problem"));
        Response plugin = admin.get(row.path());
        if (row.afterwards().equals("not installed")) {
            assertThat(plugin.status()).isEqualTo(404);
        } else if (row.afterwards().equals("in quarantine")) {
            assertQuarantined(row, plugin.json());
        } else {
            assertThat(plugin.json().path("state").asText()).isEqualTo("ACTIVE");
            assertThat(row.afterwards()).contains(plugin.json().path("version").asText());
        }
    }

    private static void assertQuarantined(Row row, JsonNode plugin) {
        assertThat(plugin.path("state").asText()).as(plugin.toString()).isEqualTo("QUARANTINED");
        assertThat(plugin.path("whyNotActive").asText()).contains(row.sentence());
    }

    private static void assertTold(Row row, JsonNode problem) {
        assertThat(problem.path("code").asText()).as(problem.toString()).isEqualTo(row.code());
        assertThat(problem.path("detail").asText())
                .contains(row.sentence())
                .hasLineCount(1)
                .doesNotContain("\tat ");
    }

    private static void assertServing(ApiClient admin) {
        assertThat(admin.get("/readyz").status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/pipeline/rollup").status()).isEqualTo(200);
        assertThat(admin.post(FORECASTS, FORECAST.formatted("seasonal-naive")).status())
                .isEqualTo(200);
    }

    private static JsonNode install(ApiClient admin, Row row) {
        return admin.outcome(upload(admin, "/api/v1/plugins", file(row)));
    }

    private static Path file(Row row) {
        return PLUGINS.write(row.plugin(), folder);
    }

    private static Response upload(ApiClient admin, String path, Path file) {
        return admin.upload(path.isEmpty() ? "/api/v1/plugins" : path, "plugin", List.of(file));
    }

    private static String removed(Row row, ApiClient admin) {
        JsonNode operation = admin.outcome(admin.delete(row.path()));
        succeeded(operation);
        return operation.path("result").path("unloaded").asText();
    }

    private static void succeeded(JsonNode operation) {
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
    }

    private static List<Row> rows() throws IOException {
        return ROW.matcher(Files.readString(TABLE))
                .results()
                .map(row -> new Row(row.group(1), row.group(2), row.group(3), row.group(4), row.group(5)))
                .toList();
    }

    /** What the table says of one plugin. */
    private record Row(String plugin, String when, String code, String sentence, String afterwards) {

        String path() {
            return "/api/v1/plugins/" + BadPlugins.id(plugin);
        }
    }
}
