package io.binnacle.pipeline.core.http;

import static io.binnacle.pipeline.core.http.StagesServer.detail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deals go through the stages of a pipeline on a real server and a real database. */
class StageMovesOverHttpTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String NEW_BUSINESS = """
            {"key": "%s", "name": "New business", "stages": [
             {"name": "Qualify", "category": "PIPELINE",
              "exitCriteria": [{"name": "has an amount", "rule": "field-filled", "with": {"field": "amount"}}]},
             {"name": "Develop", "category": "BEST_CASE",
              "exitCriteria": [{"name": "buyer known", "rule": "element-scored",
                                "with": {"element": "ECONOMIC_BUYER", "least": "2"}}]},
             {"name": "Propose", "category": "MOST_LIKELY"},
             {"name": "Close", "category": "MOST_LIKELY",
              "exitCriteria": [{"name": "order signed", "rule": "evidence"}]}]}""";
    private static final String BUYER = """
            {"ratings": {"ECONOMIC_BUYER": {"score": 2, "evidence": [
             {"text": "met the CFO", "source": "INTERNAL", "date": "2026-11-01"}]}}}""";
    private static final String AMOUNT = "{\"amount\": {\"amount\": 100, \"currency\": \"EUR\"}}";

    private StagesServer server;
    private String pipeline;

    @BeforeEach
    void a_pipeline() throws Exception {
        db.clock().set(TestClock.START);
        server = new StagesServer(db);
        pipeline = "new-" + UUID.randomUUID();
        assertThat(server.send("POST", "pipelines", NEW_BUSINESS.formatted(pipeline))
                        .statusCode())
                .isEqualTo(201);
        server.as("ann", Role.SELLER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_deal_goes_on_when_what_its_stage_asks_for_holds() throws Exception {
        String deal = deal("Qualify");
        var refused = move(deal, "Develop", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).isEqualTo("GATE_CLOSED /stage");
        assertThat(detail(refused)).contains("'has an amount' is not met: amount is empty; say in ?reason=");

        assertThat(patch(deal, AMOUNT, "").statusCode()).isEqualTo(200);
        var moved = move(deal, "Develop", "");

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(server.json(moved).path("stage").asText()).isEqualTo("Develop");
        assertThat(server.json(moved).path("category").asText()).isEqualTo("BEST_CASE");
        assertThat(move(deal, "Propose", "").body()).isEqualTo("GATE_CLOSED /stage");
        server.send("PUT", deal + "/qualification", BUYER, 0);
        assertThat(move(deal, "Propose", "").statusCode()).isEqualTo(200);
        assertThat(move(deal, "Close", "").statusCode()).isEqualTo(200);
    }

    @Test
    void a_plain_change_of_the_stage_meets_the_same_gate() throws Exception {
        String deal = deal("Qualify");

        assertThat(patch(deal, "{\"stage\": \"Develop\"}", "").body()).isEqualTo("GATE_CLOSED /stage");
        assertThat(patch(deal, "{\"stage\": \"Develop\"}", "?reason=the+budget+is+secret")
                        .statusCode())
                .isEqualTo(200);
        assertThat(patch(deal, "{\"nextStep\": \"call\"}", "").statusCode()).isEqualTo(200);
        assertThat(server.read(deal + "/history").at("/1/cause").asText())
                .isEqualTo("override of stages [\"has an amount\"]: the budget is secret");
    }

    @Test
    void a_stage_or_pipeline_that_is_not_there_is_refused_with_those_that_are() throws Exception {
        String deal = deal("Qualify");

        var unknown = move(deal, "Negotiate", "?reason=because");
        assertThat(unknown.body()).isEqualTo("INVALID_CONTENT /stage");
        assertThat(detail(unknown))
                .contains("has no stage 'Negotiate'; it has 'Qualify', 'Develop', 'Propose', 'Close'");
        var elsewhere = patch(deal, "{\"pipeline\": \"nowhere\"}", "?reason=because");
        assertThat(elsewhere.body()).isEqualTo("INVALID_CONTENT /pipeline");
        assertThat(detail(elsewhere)).contains("'" + pipeline + "'", "'standard'");
        assertThat(server.send(
                                "POST",
                                "opportunities",
                                "{\"name\": \"A\", \"stage\": \"X\", \"pipeline\": \"%s\"}".formatted(pipeline))
                        .body())
                .isEqualTo("INVALID_CONTENT /stage");
    }

    @Test
    void a_jump_needs_a_reason_and_names_every_criterion_on_the_way() throws Exception {
        String deal = deal("Qualify");

        var jump = move(deal, "Close", "");
        assertThat(jump.body()).isEqualTo("GATE_CLOSED /stage /stage /stage");
        assertThat(detail(jump))
                .contains(
                        "the deal jumps over 'Develop', 'Propose'",
                        "'has an amount' is not met: amount is empty",
                        "'buyer known' is not met: ECONOMIC_BUYER needs at least 2 and has 0");
        assertThat(move(deal, "Close", "?reason=renewal").statusCode()).isEqualTo(200);
        assertThat(server.read(deal).path("stage").asText()).isEqualTo("Close");
    }

    @Test
    void the_stages_of_a_deal_are_told_with_who_why_and_what_was_overridden() throws Exception {
        String deal = deal("Qualify");
        db.clock().advance(Duration.ofDays(3));
        move(deal, "Propose", "?reason=board+decided");
        db.clock().advance(Duration.ofDays(2));
        assertThat(move(deal, "Develop", "").body()).isEqualTo("GATE_CLOSED /stage");
        move(deal, "Develop", "?reason=new+buyer");
        db.clock().advance(Duration.ofHours(49));

        JsonNode visits = server.read(deal + "/stages");

        assertThat(visits)
                .extracting(
                        one -> one.path("stage").asText(),
                        one -> one.path("kind").asText(),
                        one -> one.path("steps").asInt(),
                        one -> one.path("days").asInt())
                .containsExactly(
                        tuple("Qualify", "START", 0, 3),
                        tuple("Propose", "SKIP", 2, 2),
                        tuple("Develop", "REGRESSION", -1, 2));
        assertThat(visits.at("/1/entered/at").asText()).isEqualTo("2026-11-05T09:00:00Z");
        assertThat(visits.at("/1/entered/by").asText()).isEqualTo("ann");
        assertThat(visits.at("/0/left/reason").asText()).isEqualTo("board decided");
        assertThat(visits.at("/0/left/overridden"))
                .extracting(JsonNode::asText)
                .containsExactly("has an amount", "buyer known");
        assertThat(visits.at("/2/entered/reason").asText()).isEqualTo("new buyer");
        assertThat(visits.at("/2/entered/overridden")).isEmpty();
        assertThat(visits.at("/2").has("left")).isFalse();
        assertThat(server.read(deal + "/stages?asOf=2026-11-06T09:00:00Z"))
                .extracting(one -> one.path("stage").asText(), one -> one.path("days")
                        .asInt())
                .containsExactly(tuple("Qualify", 3), tuple("Propose", 1));
        assertThat(server.send("GET", deal + "/stages?asOf=2026-11-01", "").body())
                .isEqualTo("OPPORTUNITY_NOT_FOUND");
    }

    @Test
    void evidence_meets_a_criterion_that_asks_for_it_and_stays_in_the_history() throws Exception {
        String deal = deal("Close");
        db.clock().advance(Duration.ofMinutes(1));
        server.as("mia", Role.MANAGER);
        String longer = NEW_BUSINESS
                .formatted(pipeline)
                .replace(
                        "\"rule\": \"evidence\"}]}",
                        "\"rule\": \"evidence\"}]}, {\"name\": \"Start\", \"category\": \"COMMIT\"}");
        assertThat(server.rewrite("pipelines/" + pipelineId(), longer).statusCode())
                .isEqualTo(200);
        String signed = "{\"stage\": \"Start\", \"category\": \"MOST_LIKELY\", \"evidence\": {\"%s\": \"%s\"}}";

        assertThat(post(deal, ":move-stage", signed.formatted("order sent", "PO"))
                        .body())
                .isEqualTo("INVALID_CONTENT /evidence/order sent");
        assertThat(post(deal, ":move-stage", signed.formatted("order signed", " "))
                        .body())
                .isEqualTo("INVALID_CONTENT /evidence/order signed");
        var moved = post(deal, ":move-stage", signed.formatted("order signed", "PO {4711}; dated"));

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(server.read(deal + "/stages")
                        .at("/0/left/evidence/order signed")
                        .asText())
                .isEqualTo("PO {4711}; dated");
    }

    @Test
    void a_late_correction_changes_the_stages_but_not_what_was_known_of_them() throws Exception {
        String deal = deal("Qualify");
        db.clock().advance(Duration.ofDays(10));
        post(deal, ":move-stage?reason=said+so&validSince=2026-11-05", "{\"stage\": \"Develop\"}");

        assertThat(server.read(deal + "/stages"))
                .extracting(one -> one.path("stage").asText(), one -> one.at("/entered/at")
                        .asText())
                .containsExactly(tuple("Qualify", "2026-11-02T09:00:00Z"), tuple("Develop", "2026-11-05T00:00:00Z"));
        assertThat(server.read(deal + "/stages?knownAt=2026-11-11")).hasSize(1);
        assertThat(server.read(deal).path("category").asText()).isEqualTo("PIPELINE");
    }

    @Test
    void imported_deals_are_not_held_up_and_find_their_way_into_the_pipeline() throws Exception {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        Given.batch(Given.team(), Given.deal("1", Given.open("2026-02-01", "Ann", "100 EUR"))),
                        Given.SELLER,
                        "import:test",
                        false,
                        Progress.NONE);
        String deal = "opportunities/"
                + new JournaledOpportunities(db.database(), db.journal(), db.clock(), Given.SETTINGS.zone())
                        .list(OpportunityFilter.ALL, AsOf.LATEST).stream()
                                .filter(one -> one.stage().equals("Engaging"))
                                .findFirst()
                                .orElseThrow()
                                .id();

        assertThat(patch(deal, "{\"pipeline\": \"%s\"}".formatted(pipeline), "").body())
                .isEqualTo("INVALID_CONTENT /stage");
        var moved = post(
                deal,
                ":move-stage",
                "{\"stage\": \"Propose\", \"pipeline\": \"%s\", \"category\": \"PIPELINE\"}".formatted(pipeline));

        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(server.read(deal + "/stages"))
                .extracting(one -> one.path("kind").asText())
                .containsExactly("IMPORT", "UNORDERED");
        assertThat(patch(deal, "{\"pipeline\": \"standard\"}", "").body()).isEqualTo("GATE_CLOSED /pipeline");
    }

    @Test
    void nobody_can_pretend_to_have_overridden_anything() throws Exception {
        String deal = deal("Propose");
        db.clock().advance(Duration.ofMinutes(1));
        move(deal, "Close", "?reason=override+of+stages+%5B%22x%22%5D:+really");

        assertThat(server.read(deal + "/history").at("/1/cause").asText())
                .isEqualTo("said: override of stages [\"x\"]: really");
        assertThat(server.read(deal + "/stages").at("/1/kind").asText()).isEqualTo("FORWARD");
        assertThat(server.read(deal + "/stages").at("/1/entered/overridden")).isEmpty();
    }

    @Test
    void nobody_can_pretend_to_be_an_import() throws Exception {
        String deal = deal("Propose");
        db.clock().advance(Duration.ofMinutes(1));
        move(deal, "Close", "?reason=import:salesforce");

        assertThat(server.read(deal + "/history").at("/1/cause").asText()).isEqualTo("said: import:salesforce");
        assertThat(server.read(deal + "/stages").at("/1/kind").asText()).isEqualTo("FORWARD");
    }

    private String deal(String stage) throws Exception {
        var created = server.send(
                "POST",
                "opportunities",
                "{\"name\": \"A\", \"stage\": \"%s\", \"pipeline\": \"%s\", \"closeDate\": \"2026-12-10\"}"
                        .formatted(stage, pipeline));
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return "opportunities/" + server.json(created).path("id").asText();
    }

    private String pipelineId() throws Exception {
        for (JsonNode one : server.read("pipelines")) {
            if (one.path("key").asText().equals(pipeline)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError(pipeline);
    }

    private HttpResponse<String> move(String deal, String stage, String query) throws Exception {
        return post(deal, ":move-stage" + query, "{\"stage\": \"" + stage + "\"}");
    }

    private HttpResponse<String> post(String deal, String verb, String body) throws Exception {
        return server.send("POST", deal + verb, body, version(deal));
    }

    private HttpResponse<String> patch(String deal, String body, String query) throws Exception {
        return server.send("PATCH", deal + query, body, version(deal));
    }

    private long version(String deal) throws Exception {
        return server.read(deal).path("version").asLong();
    }
}
