package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.PlatformProcess;
import io.binnacle.platform.testkit.TestPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the demo has goes out of one instance and into another, which then answers alike. */
class ExportIT {

    private static final LocalDate LAST_QUARTER =
            LocalDate.now(ZoneOffset.UTC).minusMonths(3).withDayOfMonth(28);

    private static Instant loaded;

    @RegisterExtension
    static final TestPlatform origin = new TestPlatform().withDemo();

    @TempDir
    Path folder;

    @BeforeAll
    static void the_demos_insights_are_there() {
        Awaitility.await("insights").atMost(Duration.ofSeconds(60)).until(() -> !origin.admin()
                .get("/api/v1/insights")
                .json()
                .get("items")
                .isEmpty());
        loaded = Instant.now();
    }

    @Test
    void every_kind_of_entity_has_a_projection_and_every_table_is_what_the_journal_says() {
        JsonNode operation =
                origin.admin().outcome(origin.admin().post("/api/v1/system/projections:rebuild?dryRun=true", ""));

        assertThat(operation.get("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        JsonNode report = operation.get("result");
        assertThat(report.get("unprojected")).isEmpty();
        assertThat(report.get("entities").asLong()).isGreaterThan(1000);
        assertThat(report.get("tables")).hasSizeGreaterThan(10).allSatisfy(table -> {
            assertThat(table.get("missing").asLong()).as("%s", table).isZero();
            assertThat(table.get("changed").asLong()).as("%s", table).isZero();
            assertThat(table.get("surplus").asLong()).as("%s", table).isZero();
        });
    }

    @Test
    void an_empty_instance_that_takes_an_export_answers_alike_and_exports_the_same() throws Exception {
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        String exported = done(origin.data(), "export", "--output", first.toString());
        List<String> answers = answers(origin.admin());
        Path data = folder.resolve("data");
        try (PlatformProcess copy = PlatformProcess.start(data)) {
            String checked = done(data, "restore", "--dry-run", first.toString());
            assertThat(copy.admin().get("/api/v1/pipeline/accounts").json()).isEmpty();

            String restored = done(data, "restore", first.toString());

            assertThat(answers(copy.admin())).isEqualTo(answers);
            String again = done(data, "export", "--output", second.toString());
            assertThat(contentHash(exported)).hasSize(64);
            assertThat(contentHash(checked)).isEqualTo(contentHash(exported));
            assertThat(contentHash(restored)).isEqualTo(contentHash(exported));
            assertThat(contentHash(again)).isEqualTo(contentHash(exported));
            assertThat(done(data, "verify")).contains("The journal is whole");
            assertThat(done(data, "rebuild", "--dry-run")).contains("nothing differs");

            PlatformProcess twice = binnacle(data, "restore", first.toString());
            assertThat(twice.exitCode()).isEqualTo(1);
            assertThat(twice.output()).contains("there is data here already");
        }
    }

    @Test
    void only_an_administrator_exports() {
        assertThat(origin.as("MANAGER").post("/api/v1/exports", "").status()).isEqualTo(403);
        assertThat(origin.as("MANAGER").post("/api/v1/exports:restore", "").status())
                .isEqualTo(403);
        assertThat(origin.admin()
                        .get("/api/v1/exports/11111111-1111-7111-8111-111111111111/file")
                        .json()
                        .get("code")
                        .asText())
                .isEqualTo("EXPORT_NOT_FOUND");
    }

    /** Answers that depend on the journal alone; a roll-up of the present would name the moment. */
    private static List<String> reads() {
        return List.of(
                "/api/v1/pipeline/rollup?asOf=" + loaded + "&knownAt=" + loaded,
                "/api/v1/pipeline/rollup?asOf=" + LAST_QUARTER + "&knownAt=" + loaded,
                "/api/v1/pipeline/opportunities?limit=1000",
                "/api/v1/pipeline/opportunities?limit=1000&asOf=" + LAST_QUARTER,
                "/api/v1/pipeline/accounts",
                "/api/v1/pipeline/hierarchy",
                "/api/v1/pipeline/products",
                "/api/v1/pipeline/targets",
                "/api/v1/pipeline/revenue",
                "/api/v1/planning/plans");
    }

    private static List<String> answers(ApiClient client) {
        List<String> answers = new ArrayList<>();
        for (String read : reads()) {
            ApiClient.Response answer = client.get(read);
            assertThat(answer.status()).as(read).isEqualTo(200);
            answers.add(read + "\n" + answer.body());
        }
        JsonNode plan = client.get("/api/v1/planning/plans").json().get(0);
        answers.add(client.get("/api/v1/planning/plans/" + plan.get("id").asText() + "/revisions")
                .body());
        JsonNode deal = client.get("/api/v1/pipeline/opportunities?limit=1")
                .json()
                .get("items")
                .get(0);
        answers.add(
                client.get("/api/v1/pipeline/opportunities/" + deal.get("id").asText() + "/history")
                        .body());
        return answers;
    }

    private static String contentHash(String output) {
        return output.substring(output.indexOf("Content ") + 8)
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static String done(Path data, String... arguments) throws Exception {
        PlatformProcess process = binnacle(data, arguments);
        assertThat(process.exitCode()).as(process.output()).isZero();
        return process.output();
    }

    private static PlatformProcess binnacle(Path data, String... arguments) throws Exception {
        PlatformProcess process = PlatformProcess.launch(data, Map.of(), arguments);
        process.exitCode();
        return process;
    }
}
