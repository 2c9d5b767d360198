package io.binnacle.pipeline.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.core.ExactRollups;
import io.binnacle.pipeline.core.Gates;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.JournaledTargets;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.http.MetricsRoutes;
import io.binnacle.pipeline.core.http.OpportunityRoutes;
import io.binnacle.pipeline.core.http.QualificationRoutes;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.pipeline.core.qualification.CommitGate;
import io.binnacle.pipeline.core.qualification.JournaledQualifications;
import io.binnacle.pipeline.core.qualification.QualificationSettings;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.ApiClient.Response;
import io.binnacle.platform.testkit.TestDatabase;
import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The vectors of the product description, 6.3 and 6.7, on a real server and a real database. */
class MetricsOverHttpTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String DEALS = "/api/v1/pipeline/opportunities";
    private static final MetricsSettings SETTINGS = new MetricsSettings(
            new MetricsSettings.Limits(new BigDecimal(25_000), new BigDecimal(250_000), 60, 20, true, 365, 4));

    private static Javalin server;
    private static ApiClient client;
    private static UUID cora;

    @BeforeAll
    static void start() {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        Given.batch(List.of(Given.node("Cora", NodeKind.SELLER, null))),
                        Given.SELLER,
                        "test",
                        false,
                        Progress.NONE);
        cora = new StoredHierarchy(db.database()).all().get(0).id();
        new JournaledTargets(db.database(), db.journal(), db.clock(), Given.SETTINGS)
                .set(cora, Target.Metric.BOOKED, "2026-Q4", Given.money("2000000 USD"), Given.SELLER, "");
        var qualifications = new JournaledQualifications(
                db.database(),
                db.journal(),
                db.clock(),
                Given.SETTINGS,
                new QualificationSettings(new int[] {15, 15, 10, 10, 10, 15, 15, 10}, 60));
        Gates gates = new Gates();
        gates.addGate(new CommitGate(qualifications));
        var opportunities = new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC, gates);
        var metrics =
                new RecordedMetrics(db.database(), db.journal(), db.clock(), Given.SETTINGS, SETTINGS, qualifications);
        var rollups = new ExactRollups(db.database(), db.journal(), db.clock(), Given.SETTINGS);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jsonMapper(new JavalinJackson(Json.mapper(), false));
                    config.routes.before(ctx -> Caller.set(ctx, Given.SELLER));
                    config.routes.exception(PlatformException.class, (failure, ctx) -> ctx.status(
                                    failure.code().culprit().status())
                            .result(failure.code().name() + ": " + failure.getMessage()));
                    new MetricsRoutes(metrics, rollups).routes(config.routes);
                    new OpportunityRoutes(opportunities, Given.SETTINGS).routes(config.routes);
                    new QualificationRoutes(qualifications, opportunities, Given.SETTINGS).routes(config.routes);
                })
                .start("127.0.0.1", 0);
        client = new ApiClient(URI.create("http://127.0.0.1:" + server.port()), "");
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void coverage_has_three_definitions() {
        String owner = "'name': 'A', 'stage': 'A', 'owner': '" + cora + "', 'closeDate': '2026-11-02', ";
        deal("{" + owner + "'status': 'WON', 'category': 'CLOSED', 'reasonClosed': 'fit', 'amount': {'amount': 650000,"
                + " 'currency': 'USD'}}");
        deal("{" + owner + "'amount': {'amount': 890000, 'currency': 'USD'}}");

        JsonNode coverage = read("coverage?period=2026-Q4&conversion=0.32&node=" + cora);

        assertThat(coverage.get("attainment").doubleValue()).isEqualTo(.325);
        assertThat(coverage.at("/gap/amount").decimalValue()).isEqualByComparingTo("1350000");
        assertThat(coverage.get("onGap").doubleValue()).isEqualTo(0.6592592592592592);
        assertThat(coverage.get("onQuota").doubleValue()).isEqualTo(.445);
        assertThat(coverage.at("/requirement/multiple").doubleValue()).isEqualTo(3.125);
        assertThat(coverage.at("/requirement/required/amount").decimalValue()).isEqualByComparingTo("4218750");
        assertThat(coverage.at("/requirement/toCreate/amount").decimalValue()).isEqualByComparingTo("3328750");
    }

    @Test
    void conversion_is_naive_and_resolved() {
        for (int i = 0; i < 10; i++) {
            JsonNode deal = deal("{'name': 'A', 'stage': 'Qualify', 'pipeline': 'fast'}");
            if (i < 5) {
                change(deal, "{'stage': 'Propose'}");
            } else if (i < 8) {
                change(deal, "{'status': 'LOST', 'category': 'OMITTED', 'reasonClosed': 'price'}");
            }
        }

        JsonNode stage = read("conversion?pipeline=fast").at("/stages/1");

        assertThat(stage.get("stage").asText()).isEqualTo("Qualify");
        assertThat(stage.get("entered").asInt()).isEqualTo(10);
        assertThat(stage.get("naive").doubleValue()).isEqualTo(.5);
        assertThat(stage.get("resolved").doubleValue()).isEqualTo(.625);
    }

    @Test
    void velocity_comes_with_its_parts() {
        String name = "'name': 'A', 'stage': 'A', 'pipeline': 'swift'";
        for (int i = 0; i < 40; i++) {
            deal("{" + name + "}");
        }
        for (int amount : new int[] {40_000, 60_000}) {
            deal("{" + name + ", 'status': 'WON', 'category': 'CLOSED', 'reasonClosed': 'fit', 'createdOn':"
                    + " '2026-08-14', 'closeDate': '2026-11-02', 'amount': {'amount': " + amount
                    + ", 'currency': 'USD'}}");
        }
        for (int i = 0; i < 6; i++) {
            deal("{" + name + ", 'status': 'LOST', 'category': 'OMITTED', 'reasonClosed': 'price'}");
        }

        JsonNode velocity = read("metrics?pipeline=swift").get("velocity");

        assertThat(velocity.get("winRate").doubleValue()).isEqualTo(.25);
        assertThat(velocity.get("cycleDays").doubleValue()).isEqualTo(80);
        assertThat(velocity.at("/perDay/amount").decimalValue()).isEqualByComparingTo("6250");
    }

    @Test
    void meddpicc_scores_and_refuses_a_commit_without_a_reason() {
        String path = DEALS + "/"
                + deal("{'name': 'A', 'stage': 'A', 'closeDate': '2026-12-10'}")
                        .get("id")
                        .asText();
        String proof = "'evidence': [{'text': 'said so', 'source': 'CUSTOMER', 'date': '2026-11-02'}]";
        String ratings = "{'ratings': {'METRICS': {'score': 2, " + proof + "}, 'ECONOMIC_BUYER': {'score': 1},"
                + " 'DECISION_CRITERIA': {'score': 2, " + proof + "}, 'DECISION_PROCESS': {'score': 2, " + proof
                + "}, 'IDENTIFIED_PAIN': {'score': 3, " + proof + "}, 'CHAMPION': {'score': 2, " + proof
                + "}, 'COMPETITION': {'score': 1}}}";

        Response rated = client.put(path + "/qualification", 0, json(ratings));
        Response refused = client.patch(path, 1, json("{'category': 'COMMIT'}"));
        Response committed = client.patch(path + "?reason=the+board+agreed", 1, json("{'category': 'COMMIT'}"));

        assertThat(rated.status()).as(rated.body()).isEqualTo(200);
        assertThat(rated.header("ETag")).isEqualTo("\"1\"");
        assertThat(rated.json().get("score").doubleValue()).isEqualTo(56.666666666666664);
        assertThat(rated.json().get("commitGate").asBoolean()).isFalse();
        assertThat(client.get(path + "/qualification").json()).isEqualTo(rated.json());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).startsWith("GATE_CLOSED");
        assertThat(committed.status()).as(committed.body()).isEqualTo(200);
    }

    private static JsonNode deal(String fields) {
        Response created = client.post(DEALS, json(fields));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.json();
    }

    /** Changes a deal a little later, for a stage that lasts no time at all is none. */
    private static void change(JsonNode deal, String patch) {
        db.clock().advance(Duration.ofSeconds(1));
        Response changed = client.patch(DEALS + "/" + deal.get("id").asText(), 1, json(patch));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private static JsonNode read(String path) {
        Response answer = client.get("/api/v1/pipeline/" + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
