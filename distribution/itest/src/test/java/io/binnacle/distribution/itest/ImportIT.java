package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.TestPlatform;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The CRM Sales Opportunities files, as their user brings them in. Counts and sums are those of the files. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportIT {

    @RegisterExtension
    static final TestPlatform platform = new TestPlatform();

    // Each test goes on from the one before, so without the files all are skipped.
    @BeforeAll
    static void the_files_are_here() {
        Shared.data("crm/maven");
    }

    @Test
    @Order(1)
    void a_dry_run_tells_everything_and_writes_nothing() {
        JsonNode report = imported("?dryRun=true");

        assertThat(pipeline(report).get("accepted").asInt()).isEqualTo(7135);
        assertThat(platform.admin().get("/api/v1/pipeline/opportunities").json().get("items"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void counts_and_sums_by_stage_are_those_of_the_file() {
        JsonNode report = imported("");

        JsonNode file = pipeline(report);
        assertThat(file.get("rows").asInt()).isEqualTo(7135);
        assertThat(file.get("errors")).isEmpty();
        Map<String, JsonNode> stages = StreamSupport.stream(file.get("byStage").spliterator(), false)
                .collect(Collectors.toMap(stage -> stage.get("stage").asText(), stage -> stage));
        assertThat(stages.get("Won").get("count").asInt()).isEqualTo(3042);
        assertThat(stages.get("Won").get("amount").decimalValue()).isEqualByComparingTo("7203038");
        assertThat(stages.get("Lost").get("count").asInt()).isEqualTo(1684);
        assertThat(stages.get("Engaging").get("count").asInt()).isEqualTo(2409);
        assertThat(report.get("outcome")
                        .get("counts")
                        .get("opportunity")
                        .get("created")
                        .asInt())
                .isEqualTo(7135);
    }

    @Test
    @Order(3)
    void the_roll_up_has_the_same_sums_and_its_children_add_up() {
        JsonNode rollup = platform.admin().get("/api/v1/pipeline/rollup").json();

        JsonNode total = rollup.get("total");
        assertThat(total.get("wonCount").asInt()).isEqualTo(3042);
        assertThat(total.get("won").get("amount").decimalValue()).isEqualByComparingTo("7203038");
        assertThat(total.get("lostCount").asInt()).isEqualTo(1684);
        assertThat(total.get("openCount").asInt()).isEqualTo(2409);
        assertThat(StreamSupport.stream(rollup.get("roots").spliterator(), false)
                        .map(root -> root.get("totals").get("won").get("amount").decimalValue())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("7203038");
    }

    @Test
    @Order(4)
    void a_second_import_changes_nothing() {
        JsonNode outcome = imported("").get("outcome");

        assertThat(outcome.get("events").asInt()).isZero();
        assertThat(outcome.get("counts").get("opportunity").get("unchanged").asInt())
                .isEqualTo(7135);
    }

    @Test
    @Order(5)
    void as_of_yesterday_shows_what_was_before_todays_change() {
        ApiClient admin = platform.admin();
        JsonNode deal = admin.get("/api/v1/pipeline/opportunities?stage=Engaging&limit=1")
                .json()
                .get("items")
                .get(0);
        String path = "/api/v1/pipeline/opportunities/" + deal.get("id").asText();

        var changed = admin.patch(
                path + "?reason=renamed",
                deal.get("version").asLong(),
                "{\"name\": \"A new name\", \"amount\": {\"amount\": 1234.56, \"currency\": \"USD\"}}");

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        String yesterday =
                java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1).toString();
        JsonNode before = admin.get(path + "?asOf=" + yesterday).json();
        assertThat(before.get("name").asText()).isEqualTo(deal.get("name").asText());
        assertThat(before.has("amount")).isFalse();
        JsonNode listed = admin.get("/api/v1/pipeline/opportunities?stage=Engaging&limit=1&asOf=" + yesterday)
                .json()
                .get("items")
                .get(0);
        assertThat(listed).isEqualTo(before);
        assertThat(admin.get(path).json().get("name").asText()).isEqualTo("A new name");
    }

    @Test
    @Order(6)
    void won_revenue_is_forecast_by_region() {
        JsonNode forecasts = platform.admin()
                .get("/api/v1/forecasting/pipeline?by=region&horizon=3&levels=80,95&model=theta&currency=USD")
                .json()
                .get("forecasts");

        assertThat(forecasts).hasSize(3).allSatisfy(forecast -> {
            assertThat(forecast.get("model").get("id").asText()).isEqualTo("theta");
            assertThat(forecast.get("inputHash").asText()).hasSize(64);
            assertThat(forecast.get("mean")).hasSize(3);
            assertThat(forecast.get("intervals")).hasSize(2);
        });
    }

    @Test
    @Order(7)
    void a_salesforce_data_loader_file_comes_in_beside_it() {
        Path file = Shared.data("crm/import_fixtures/sf_dataloader_api_names.csv");

        JsonNode report = succeeded(platform.admin(), "", List.of(file));

        JsonNode salesforce = report.get("files").get(0);
        assertThat(salesforce.get("accepted").asInt()).isEqualTo(240);
        assertThat(salesforce.get("totals").get(0).get("amount").decimalValue()).isEqualByComparingTo("589242");
    }

    @Test
    @Order(8)
    void every_import_is_listed_with_its_report_the_newest_first() {
        ApiClient admin = platform.admin();

        JsonNode first = admin.get("/api/v1/imports?limit=1").json();

        assertThat(first.get("items")).hasSize(1);
        JsonNode newest = first.get("items").get(0);
        assertThat(newest.get("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(newest.get("percent").asInt()).isEqualTo(100);
        assertThat(newest.at("/result/files/0/name").asText()).isEqualTo("sf_dataloader_api_names.csv");
        assertThat(admin.get("/api/v1/imports/" + newest.get("id").asText()).json())
                .isEqualTo(newest);
        JsonNode rest = admin.get("/api/v1/imports?cursor=" + first.get("next").asText())
                .json();
        assertThat(rest.get("items")).hasSize(3).allSatisfy(earlier -> assertThat(
                        earlier.get("startedAt").asText())
                .isLessThan(newest.get("startedAt").asText()));
        assertThat(rest.has("next")).isFalse();
    }

    private static JsonNode imported(String parameters) {
        Path folder = Shared.data("crm/maven");
        return succeeded(
                platform.admin(),
                parameters,
                List.of(
                        folder.resolve("sales_pipeline_asof_2017-09-30.csv"),
                        folder.resolve("accounts.csv"),
                        folder.resolve("products.csv"),
                        folder.resolve("sales_teams.csv")));
    }

    private static JsonNode succeeded(ApiClient client, String parameters, List<Path> files) {
        JsonNode operation = client.outcome(client.upload("/api/v1/imports" + parameters, files));
        assertThat(operation.get("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        return operation.get("result");
    }

    private static JsonNode pipeline(JsonNode report) {
        return StreamSupport.stream(report.get("files").spliterator(), false)
                .filter(file -> file.get("name").asText().startsWith("sales_pipeline"))
                .findFirst()
                .orElseThrow();
    }
}
