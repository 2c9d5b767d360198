package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.TestPlatform;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The vectors of the product description, 6.3 and 6.7, as a client of the shipped platform reads them. */
class MetricsIT {

    @RegisterExtension
    static final TestPlatform platform = new TestPlatform();

    private static final String DEALS = "/api/v1/pipeline/opportunities";
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static ApiClient admin;

    @BeforeAll
    static void with_three_sellers(@TempDir Path folder) throws IOException {
        admin = platform.admin();
        Path teams = folder.resolve("sales_teams.csv");
        Files.writeString(teams, "sales_agent,manager,regional_office\nCora,Mia,West\nVera,Mia,West\nKen,Mia,West\n");
        admin.outcome(admin.upload("/api/v1/imports", List.of(teams)));
    }

    @Test
    void coverage_has_three_definitions() {
        String cora = node("Cora");
        won(cora, 650_000, TODAY, 10);
        deal(cora, "'stage': 'A', 'closeDate': '" + TODAY + "', 'amount': " + money(890_000));
        String quarter = TODAY.getYear() + "-Q" + ((TODAY.getMonthValue() - 1) / 3 + 1);
        Response target = admin.put(
                "/api/v1/pipeline/targets",
                0,
                json("{'node': '" + cora + "', 'quarter': '" + quarter + "', 'amount': " + money(2_000_000) + "}"));
        assertThat(target.status()).as(target.body()).isEqualTo(200);

        JsonNode coverage = read("coverage?period=" + quarter + "&conversion=0.32&node=" + cora);

        assertThat(coverage.get("attainment").doubleValue()).isEqualTo(.325);
        assertThat(coverage.get("onGap").doubleValue()).isEqualTo(0.6592592592592592);
        assertThat(coverage.get("onQuota").doubleValue()).isEqualTo(.445);
        JsonNode needed = coverage.get("requirement");
        assertThat(needed.get("multiple").doubleValue()).isEqualTo(3.125);
        assertThat(needed.at("/required/amount").decimalValue()).isEqualByComparingTo("4218750");
        assertThat(needed.at("/toCreate/amount").decimalValue()).isEqualByComparingTo("3328750");
    }

    @Test
    void velocity_comes_with_its_parts() {
        String vera = node("Vera");
        for (int i = 0; i < 40; i++) {
            deal(vera, "'stage': 'A', 'amount': " + money(1));
        }
        won(vera, 40_000, TODAY, 80);
        won(vera, 60_000, TODAY, 80);
        for (int i = 0; i < 6; i++) {
            deal(
                    vera,
                    "'stage': 'A', 'status': 'LOST', 'category': 'OMITTED', 'reasonClosed': 'price', 'closeDate': '"
                            + TODAY + "'");
        }

        JsonNode velocity = read("metrics?node=" + vera).get("velocity");

        assertThat(velocity.get("open").asInt()).isEqualTo(40);
        assertThat(velocity.get("winRate").doubleValue()).isEqualTo(.25);
        assertThat(velocity.at("/averageDeal/amount").decimalValue()).isEqualByComparingTo("50000");
        assertThat(velocity.get("cycleDays").doubleValue()).isEqualTo(80);
        assertThat(velocity.at("/perDay/amount").decimalValue()).isEqualByComparingTo("6250");
    }

    @Test
    void conversion_is_naive_resolved_and_censored() {
        String ken = node("Ken");
        for (int i = 0; i < 10; i++) {
            JsonNode deal = deal(ken, "'stage': 'Qualify'");
            if (i < 5) {
                change(deal, "{'stage': 'Propose'}");
            } else if (i < 8) {
                change(deal, "{'status': 'LOST', 'category': 'OMITTED', 'reasonClosed': 'price'}");
            }
        }

        JsonNode stage = StreamSupport.stream(
                        read("conversion?node=" + ken).get("stages").spliterator(), false)
                .filter(one -> one.get("stage").asText().equals("Qualify"))
                .findFirst()
                .orElseThrow();

        assertThat(stage.get("entered").asInt()).isEqualTo(10);
        assertThat(stage.get("open").asInt()).isEqualTo(2);
        assertThat(stage.get("naive").doubleValue()).isEqualTo(.5);
        assertThat(stage.get("resolved").doubleValue()).isEqualTo(.625);
        assertThat(stage.at("/censored/curve/0/atRisk").asInt()).isEqualTo(10);
    }

    @Test
    void meddpicc_scores_and_refuses_a_commit_without_a_reason() {
        JsonNode deal = deal(node("Mia"), "'stage': 'A', 'closeDate': '" + TODAY + "'");
        String path = DEALS + "/" + deal.get("id").asText();
        String proof = "'evidence': [{'text': 'said so', 'source': 'CUSTOMER', 'date': '" + TODAY + "'}]";
        String ratings = "{'ratings': {'METRICS': {'score': 2, " + proof + "}, 'ECONOMIC_BUYER': {'score': 1},"
                + " 'DECISION_CRITERIA': {'score': 2, " + proof + "}, 'DECISION_PROCESS': {'score': 2, " + proof
                + "}, 'IDENTIFIED_PAIN': {'score': 3, " + proof + "}, 'CHAMPION': {'score': 2, " + proof
                + "}, 'COMPETITION': {'score': 1}}}";

        Response rated = admin.put(path + "/qualification", 0, json(ratings));

        assertThat(rated.status()).as(rated.body()).isEqualTo(200);
        assertThat(rated.json().get("score").doubleValue()).isEqualTo(56.666666666666664);
        assertThat(rated.json().get("commitGate").asBoolean()).isFalse();
        Response refused = admin.patch(path, 1, json("{'category': 'COMMIT'}"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("code").asText()).isEqualTo("GATE_CLOSED");
        Response committed = admin.patch(path + "?reason=the+board+agreed", 1, json("{'category': 'COMMIT'}"));
        assertThat(committed.status()).as(committed.body()).isEqualTo(200);
    }

    @Test
    void a_proposal_of_hygiene_is_accepted_as_a_change() {
        JsonNode late = deal(node("Mia"), "'stage': 'A', 'closeDate': '" + TODAY.minusDays(1) + "'");
        String path = DEALS + "/" + late.get("id").asText();

        JsonNode flaws = read("hygiene/flaws?rule=close-date-past");
        Response mended = admin.send(
                "POST", path + "/hygiene/close-date-past:accept", BodyPublishers.noBody(), Map.of("If-Match", "\"1\""));

        assertThat(flaws.get("items"))
                .anySatisfy(flaw -> assertThat(flaw.get("opportunity")).isEqualTo(late.get("id")));
        assertThat(mended.status()).as(mended.body()).isEqualTo(200);
        assertThat(LocalDate.parse(mended.json().get("closeDate").asText())).isAfterOrEqualTo(TODAY);
    }

    private static void won(String owner, int amount, LocalDate on, int days) {
        deal(
                owner,
                "'stage': 'A', 'status': 'WON', 'category': 'CLOSED', 'reasonClosed': 'fit', 'closeDate': '" + on
                        + "', 'createdOn': '" + on.minusDays(days) + "', 'amount': " + money(amount));
    }

    private static JsonNode deal(String owner, String fields) {
        Response created = admin.post(DEALS, json("{'name': 'A deal', 'owner': '" + owner + "', " + fields + "}"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json();
    }

    private static void change(JsonNode deal, String patch) {
        Response changed = admin.patch(DEALS + "/" + deal.get("id").asText(), 1, json(patch));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private static JsonNode read(String path) {
        Response answer = admin.get("/api/v1/pipeline/" + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String node(String name) {
        return StreamSupport.stream(read("hierarchy").spliterator(), false)
                .filter(node -> node.get("name").asText().equals(name))
                .map(node -> node.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static String money(int amount) {
        return "{'amount': " + amount + ", 'currency': 'USD'}";
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
