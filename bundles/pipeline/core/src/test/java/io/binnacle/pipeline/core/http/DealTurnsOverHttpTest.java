package io.binnacle.pipeline.core.http;

import static io.binnacle.pipeline.core.http.StagesServer.detail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deals are won, lost, held and opened again on a real server and a real database. */
class DealTurnsOverHttpTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String SHORT = """
            {"key": "%s", "name": "Short", "stages": [
             {"name": "Qualify", "category": "PIPELINE"},
             {"name": "Propose", "category": "BEST_CASE",
              "exitCriteria": [{"name": "has an amount", "rule": "field-filled", "with": {"field": "amount"}}]},
             {"name": "Close", "category": "MOST_LIKELY",
              "exitCriteria": [{"name": "order signed", "rule": "evidence"}]}]}""";
    private static final String FIT = "{'reasonClosed': 'fit'}";
    private static final String PRICE = "{'reasonClosed': 'price'}";

    private StagesServer server;
    private String pipeline;

    @BeforeEach
    void a_pipeline() throws Exception {
        db.clock().set(TestClock.START);
        server = new StagesServer(db);
        pipeline = "short-" + UUID.randomUUID();
        server.send("POST", "pipelines", SHORT.formatted(pipeline));
        server.as("ann", Role.SELLER);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_win_goes_through_the_last_gate_and_everything_says_won() throws Exception {
        String deal = deal("Close", "");
        db.clock().advance(Duration.ofDays(3));

        var refused = turn(deal, "win", FIT);
        assertThat(refused.body()).isEqualTo("GATE_CLOSED /stage");
        assertThat(detail(refused)).contains("'order signed' is not met: no evidence is given");
        var won = turn(deal, "win", "{'reasonClosed': 'fit', 'evidence': {'order signed': 'PO 4711'}}");

        assertThat(won.statusCode()).as(won.body()).isEqualTo(200);
        JsonNode read = server.read(deal);
        assertThat(read.path("status").asText()).isEqualTo("WON");
        assertThat(read.path("category").asText()).isEqualTo("CLOSED");
        assertThat(read.path("closeDate").asText()).isEqualTo("2026-11-05");
        assertThat(read.path("originalCloseDate").asText()).isEqualTo("2026-12-10");
        assertThat(read.path("reasonClosed").asText()).isEqualTo("fit");
        JsonNode last = server.read(deal + "/stages").get(0);
        assertThat(last.path("closedAs").asText()).isEqualTo("WON");
        assertThat(last.at("/left/evidence/order signed").asText()).isEqualTo("PO 4711");
        assertThat(last.path("days").asInt()).isEqualTo(3);
    }

    @Test
    void a_win_from_further_back_jumps_and_needs_a_reason() throws Exception {
        String deal = deal("Qualify", "");

        var refused = turn(deal, "win", FIT);
        assertThat(refused.body()).isEqualTo("GATE_CLOSED /stage /stage /stage");
        assertThat(detail(refused))
                .contains("jumps over 'Propose', 'Close'", "'has an amount' is not met", "'order signed' is not met");
        db.clock().advance(Duration.ofDays(1));
        assertThat(turn(deal, "win?reason=the+board+ordered+by+letter", FIT).statusCode())
                .isEqualTo(200);

        assertThat(server.read(deal + "/stages").at("/0/left/overridden"))
                .extracting(JsonNode::asText)
                .containsExactly("has an amount", "order signed");
    }

    @Test
    void what_closes_a_deal_is_whole_or_refused() throws Exception {
        String deal = deal("Qualify", "");

        assertThat(turn(deal, "lose", "{}").body()).isEqualTo("INVALID_CONTENT /reasonClosed");
        assertThat(turn(deal, "lose", "{'reasonClosed': 'price', 'closeDate': '2026-11-03'}")
                        .body())
                .isEqualTo("INVALID_CONTENT /closeDate");
        assertThat(turn(deal, "lose", "{'reasonClosed': 'price', 'category': 'COMMIT'}")
                        .body())
                .isEqualTo("INVALID_CONTENT /category");
        assertThat(turn(deal, "hold", PRICE).body()).isEqualTo("INVALID_CONTENT /reasonClosed");
        assertThat(turn(deal, "lose", "{'reasonClosed': 'price', 'closeDate': '2026-10-30'}")
                        .statusCode())
                .isEqualTo(200);
        JsonNode lost = server.read(deal);
        assertThat(lost.path("category").asText()).isEqualTo("OMITTED");
        assertThat(lost.path("closeDate").asText()).isEqualTo("2026-10-30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "           | OPEN      | resume, reopen                     | only :win, :lose, :cancel, :hold",
                "hold       | ON_HOLD   | win, lose, cancel, hold, reopen    | only :resume",
                "lose       | LOST      | win, lose, cancel, hold, resume    | only :reopen",
                "cancel     | CANCELLED | win, lose, cancel, hold, resume    | only :reopen",
                "win        | WON       | win, lose, cancel, hold, resume    | only :reopen",
            })
    void a_turn_that_a_status_does_not_take_is_a_conflict(String first, String status, String wrong, String only)
            throws Exception {
        String deal = deal("Qualify", "");
        if (first != null) {
            String body = first.equals("hold") ? "" : PRICE;
            assertThat(turn(deal, first + "?reason=test", body).statusCode()).isEqualTo(200);
        }
        assertThat(server.read(deal).path("status").asText()).isEqualTo(status);

        for (String verb : wrong.split(", ")) {
            var refused = turn(deal, verb + "?reason=test", "");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(detail(refused)).contains("the opportunity is " + status + ": :" + verb, only);
        }
    }

    @Test
    void a_held_deal_goes_on_and_the_days_on_hold_are_told() throws Exception {
        String deal = deal("Qualify", "");
        turn(deal, "hold", "");
        db.clock().advance(Duration.ofDays(4));
        turn(deal, "resume", "");
        db.clock().advance(Duration.ofDays(1));

        JsonNode visit = server.read(deal + "/stages").get(0);
        assertThat(visit.path("days").asInt()).isEqualTo(5);
        assertThat(visit.path("daysOnHold").asInt()).isEqualTo(4);
    }

    @Test
    void a_lost_deal_comes_back_with_a_reason_and_counts_as_reopened() throws Exception {
        String bob = bob();
        String deal = deal("Propose", ", 'owner': '" + bob + "', 'amount': {'amount': 100, 'currency': 'EUR'}");
        turn(deal, "lose", PRICE);
        db.clock().advance(Duration.ofDays(3));

        assertThat(turn(deal, "reopen", "").body()).isEqualTo("INVALID_PARAMETER /reason");
        assertThat(turn(deal, "reopen?reason=new+budget", "{'closeDate': '2026-12-15'}")
                        .statusCode())
                .isEqualTo(200);

        JsonNode open = server.read(deal);
        assertThat(open.path("status").asText()).isEqualTo("OPEN");
        assertThat(open.path("category").asText()).isEqualTo("PIPELINE");
        assertThat(open.has("reasonClosed")).isFalse();
        db.clock().advance(Duration.ofDays(1));
        JsonNode buckets = server.read("waterfall?from=2026-11-03&to=2026-11-05&period=2026-Q4&node=" + bob)
                .at("/top/buckets");
        assertThat(buckets.at("/reopened/amount/amount").decimalValue()).isEqualByComparingTo("100");
        assertThat(buckets.at("/closing/amount/amount").decimalValue()).isEqualByComparingTo("100");
        assertThat(server.read(deal + "/stages")).hasSize(1);
        assertThat(server.read(deal + "/stages").at("/0/kind").asText()).isEqualTo("RETURN");
    }

    @Test
    void a_win_is_taken_back_only_by_a_manager_who_has_not_won_it() throws Exception {
        String deal = deal("Close", "");
        turn(deal, "win?reason=signed+on+paper", FIT);

        var seller = turn(deal, "reopen?reason=typo", "");
        assertThat(seller.statusCode()).isEqualTo(403);
        assertThat(seller.body()).isEqualTo("APPROVER_REQUIRED");
        server.as("ann", Role.MANAGER);
        assertThat(turn(deal, "reopen?reason=typo", "").body()).isEqualTo("APPROVER_REQUIRED");
        assertThat(server.send(
                                "PATCH",
                                deal + "?reason=typo",
                                Given.json("{'status': 'OPEN', 'category': 'PIPELINE', 'reasonClosed': null}")
                                        .toString(),
                                2)
                        .body())
                .isEqualTo("INVALID_CONTENT /status");
        server.as("mia", Role.MANAGER);
        assertThat(turn(deal, "reopen?reason=it+was+another+deal", "").statusCode())
                .isEqualTo(200);

        JsonNode event = server.read(deal + "/history").get(2);
        assertThat(event.path("actor").asText()).isEqualTo("mia");
        assertThat(event.path("cause").asText()).isEqualTo("it was another deal");
    }

    @Test
    void a_turn_of_a_copy_that_is_not_current_is_told_so_first() throws Exception {
        String deal = deal("Qualify", "");
        turn(deal, "hold", "");

        assertThat(server.send("POST", deal + ":win", Given.json(FIT).toString(), 1)
                        .body())
                .isEqualTo("STALE_VERSION");
    }

    private String deal(String stage, String more) throws Exception {
        String fields =
                "{'name': 'A', 'stage': '%s', 'pipeline': '%s', 'closeDate': '2026-12-10', 'category': 'PIPELINE'%s}";
        var created = server.send(
                "POST",
                "opportunities",
                Given.json(fields.formatted(stage, pipeline, more)).toString());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return "opportunities/" + server.json(created).path("id").asText();
    }

    private HttpResponse<String> turn(String deal, String verb, String body) throws Exception {
        String json = body.isEmpty() ? "" : Given.json(body).toString();
        return server.send(
                "POST",
                deal + ":" + verb,
                json,
                server.read(deal).path("version").asLong());
    }

    private static String bob() {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(Given.batch(Given.team()), Given.SELLER, "import:test", false, Progress.NONE);
        return new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.name().equals("Bob"))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString();
    }
}
