package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.PlatformProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The industry packs that come along: what they bring appears with them and goes with them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IndustryPacksIT {

    private static final ShippedPlugin RETAIL = new ShippedPlugin("io.binnacle.industry.retail");
    private static final ShippedPlugin FINANCE = new ShippedPlugin("io.binnacle.industry.financialservices");
    private static final String INDUSTRIES = "/api/v1/industries";
    private static final String CALENDAR = INDUSTRIES + "/retail/calendar";
    private static final String LEVER = INDUSTRIES + "/financial-services/levers/cut-cost-to-income:evaluate";
    private static final String INPUTS = "{\"currency\": \"EUR\", \"variables\":"
            + " {\"operatingIncome\": 2000000000, \"ratioNow\": 62, \"ratioGoal\": 58}}";

    private static final String CUT = "\"value\": 80000000";
    private static final String WRONG_CUT = "\"value\": 81000000";
    private static final String STOCK = "\"value\": 20000000";
    private static final String WRONG_STOCK = "\"value\": 21000000";

    @TempDir
    static Path folder;

    private static PlatformProcess platform;
    private static ApiClient admin;

    @BeforeAll
    static void start() throws IOException {
        platform = PlatformProcess.start(folder.resolve("data"), "-Dbinnacle.plugins.probation.seconds=0");
        admin = platform.admin();
    }

    @AfterAll
    static void stop() throws IOException {
        platform.close();
    }

    @Test
    @Order(1)
    void nothing_of_an_industry_is_there_before_its_pack_is() {
        assertThat(admin.get(INDUSTRIES).json()).isEmpty();
        assertThat(admin.get("/api/v1/planning/templates").json()).isEmpty();
        assertThat(admin.get(CALENDAR).status()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void both_packs_bring_benchmarks_levers_rules_templates_and_routes() {
        succeeded(install(RETAIL.file()));
        succeeded(install(FINANCE.file()));

        assertThat(admin.get(INDUSTRIES).json().findValuesAsText("state")).containsExactly("IN_USE", "IN_USE");
        assertThat(admin.get(INDUSTRIES + "/retail/benchmarks?metric=gross-margin")
                        .json())
                .hasSize(5);
        assertThat(admin.post(LEVER, INPUTS).json().path("sentence").asText())
                .startsWith("Bringing the cost-to-income ratio from 62 % to 58 % saves 80,000,000 EUR a year");
        assertThat(admin.get("/api/v1/planning/templates").json())
                .extracting(template -> template.path("key").asText())
                .containsExactly("financial-services", "retail");
        assertThat(admin.get("/api/v1/insights/rules").json().toString())
                .contains(
                        "financial-services-closes-in-december",
                        "financial-services-outsourcing-review-due",
                        "retail-closes-in-peak",
                        "retail-deal-closes-in-freeze",
                        "retail-event-without-deal");
        assertThat(admin.get(CALENDAR).status()).isEqualTo(200);
        assertThat(admin.get("/api/v1/openapi.json").json().path("paths").has(CALENDAR))
                .isTrue();
    }

    @Test
    @Order(3)
    void packs_are_updated_and_rolled_back_under_load_without_a_failed_request() throws Exception {
        try (Load load = new Load(admin)
                .get(INDUSTRIES)
                .get(INDUSTRIES + "/retail/benchmarks")
                .get(CALENDAR)
                .get("/api/v1/planning/templates")
                .post(LEVER, INPUTS)
                .start(50)) {
            for (String version : List.of("0.2.0", "0.3.0", "0.4.0")) {
                succeeded(update(RETAIL, RETAIL.as(version, folder, UnaryOperator.identity())));
                succeeded(update(FINANCE, FINANCE.as(version, folder, UnaryOperator.identity())));
            }
            succeeded(admin.post(plugin(FINANCE) + ":rollback", ""));
            succeeded(admin.post(plugin(RETAIL) + ":rollback", ""));
            load.stop();
            System.out.println("industry packs updated: " + load);
            assertThat(load.failures()).isEmpty();
        }
        assertThat(admin.get(INDUSTRIES).json().findValuesAsText("pluginVersion"))
                .containsExactly("0.3.0", "0.3.0");
    }

    @Test
    @Order(4)
    void an_update_whose_golden_test_fails_ends_rolled_back_and_the_old_pack_never_stops() throws Exception {
        Path wrong = FINANCE.as("0.500.0", folder, text -> text.replace(CUT, WRONG_CUT));
        Path wrongCode = RETAIL.as("0.500.0", folder, text -> text.replace(STOCK, WRONG_STOCK));
        try (Load load = new Load(admin).get(CALENDAR).post(LEVER, INPUTS).start(50)) {
            JsonNode finance = failed(update(FINANCE, wrong));
            JsonNode retail = failed(update(RETAIL, wrongCode));
            load.stop();

            assertThat(load.failures()).isEmpty();
            assertThat(finance.path("detail").asText())
                    .isEqualTo("what io.binnacle.industry.financialservices 0.500.0 brings is refused: the golden test"
                            + " '2 billion of income, 62 to 58 percent' expects value 81000000, but it is 80000000."
                            + " Nothing was changed.");
            assertThat(retail.path("detail").asText())
                    .contains("'730 million of cost, 80 to 70 days' expects value 21000000, but it is 20000000");
        }
        assertStillThere(FINANCE);
        assertStillThere(RETAIL);
        assertThat(admin.get(INDUSTRIES).json().findValuesAsText("state")).containsExactly("IN_USE", "IN_USE");
    }

    @Test
    @Order(5)
    void everything_of_a_pack_goes_with_it_and_its_code_leaves_memory() {
        List<String> unloaded = new ArrayList<>();
        unloaded.add(succeeded(admin.delete(plugin(RETAIL) + "?data=keep")));
        succeeded(admin.delete(plugin(FINANCE) + "?data=keep"));

        assertThat(unloaded).allMatch(verdict -> verdict.endsWith("released"));
        assertThat(admin.get(INDUSTRIES).json()).isEmpty();
        assertThat(admin.post(LEVER, INPUTS).json().path("code").asText()).isEqualTo("INDUSTRY_NOT_FOUND");
        assertThat(admin.get("/api/v1/planning/templates").json()).isEmpty();
        Awaitility.await()
                .until(() -> !admin.get("/api/v1/insights/rules").body().contains("retail"));
        assertThat(admin.get(CALENDAR).status()).isEqualTo(404);
    }

    @Test
    @Order(6)
    void a_first_install_whose_golden_test_fails_is_refused_and_leaves_nothing_behind() throws Exception {
        succeeded(install(RETAIL.file()));
        succeeded(admin.delete(plugin(RETAIL) + "?data=purge"));

        JsonNode problem = failed(install(RETAIL.as("0.600.0", folder, text -> text.replace(STOCK, WRONG_STOCK))));
        failed(install(FINANCE.as("0.600.0", folder, text -> text.replace(CUT, WRONG_CUT))));

        assertThat(problem.path("detail").asText()).contains("golden test", "21000000");
        assertThat(admin.get("/api/v1/plugins").json()).isEmpty();
        assertThat(admin.get(INDUSTRIES).json()).isEmpty();
        assertThat(admin.get(CALENDAR).status()).isEqualTo(404);
        assertThat(folder.resolve("data/plugins/staging")).isEmptyDirectory();
        JsonNode check = admin.upload("/api/v1/plugins:check", "plugin", List.of(RETAIL.file()))
                .json();
        assertThat(check.path("tables").get(0).path("present")).isEmpty();
        succeeded(install(RETAIL.file()));
    }

    private static void assertStillThere(ShippedPlugin plugin) {
        JsonNode details = admin.get(plugin(plugin)).json();
        assertThat(details.path("state").asText()).isEqualTo("ACTIVE");
        assertThat(details.path("health").asText()).isEqualTo("well");
        assertThat(details.path("version").asText()).isNotEqualTo("0.500.0");
        assertThat(details.path("lastChange").path("state").asText()).isEqualTo("ROLLED_BACK");
    }

    private static JsonNode failed(Response accepted) {
        JsonNode operation = admin.outcome(accepted);
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("FAILED");
        assertThat(operation.path("problem").path("code").asText()).isEqualTo("PLUGIN_REFUSED");
        return operation.path("problem");
    }

    private static String plugin(ShippedPlugin plugin) {
        return "/api/v1/plugins/" + plugin.id();
    }

    private static Response install(Path file) {
        return admin.upload("/api/v1/plugins", "plugin", List.of(file));
    }

    private static Response update(ShippedPlugin plugin, Path file) {
        return admin.upload(plugin(plugin) + ":update", "plugin", List.of(file));
    }

    private static String succeeded(Response accepted) {
        JsonNode operation = admin.outcome(accepted);
        assertThat(operation.path("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        return operation.path("result").path("unloaded").asText();
    }
}
