package io.binnacle.pipeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is wrong with deals in a pipeline, by owner and by node, on a real server and a real database. */
class StageHygieneOverHttpTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String SHORT = """
            {"key": "short", "name": "Short", "stages": [
             {"name": "Qualify", "category": "PIPELINE"}, {"name": "Close", "category": "COMMIT"}]}""";

    @Test
    void stages_and_categories_that_do_not_fit_are_found_mended_and_shared_out_over_the_hierarchy() throws Exception {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        Given.batch(
                                Given.team(),
                                Given.deal("1", Given.open("2026-02-01", "Ann", "100 EUR")),
                                Given.deal("2", Given.open("2026-02-01", "Bob", "50 EUR"))),
                        Given.SELLER,
                        "import:test",
                        false,
                        Progress.NONE);
        try (StagesServer server = new StagesServer(db)) {
            server.send("POST", "pipelines", SHORT);
            String beyond = deal(server, "Qualify", "BEST_CASE");
            deal(server, "Qualify", "PIPELINE");
            server.rewrite(
                    "pipelines/00000000-0000-0000-0000-000000000000", SHORT.replace("\"short\"", "\"standard\""));

            JsonNode report = server.read("hygiene");
            assertThat(report.at("/flaws/stage-unknown").asInt()).isEqualTo(2);
            assertThat(report.at("/flaws/category-beyond-stage").asInt()).isEqualTo(1);
            assertThat(report.at("/all/n").asInt()).isEqualTo(4);
            assertThat(shares(report))
                    .containsExactly(tuple("North", 4, 1), tuple("Mia", 4, 1), tuple("Ann", 3, 1), tuple("Bob", 1, 0));

            assertThat(server.send("POST", beyond + "/hygiene/category-beyond-stage:accept", "", 1)
                            .statusCode())
                    .isEqualTo(200);
            for (JsonNode flaw : server.read("hygiene/flaws?rule=stage-unknown").path("items")) {
                assertThat(flaw.at("/proposal/patch/stage").asText()).isEqualTo("Qualify");
                String mend = "opportunities/" + flaw.path("opportunity").asText() + "/hygiene/stage-unknown:accept";
                assertThat(server.send("POST", mend, "", 1).statusCode()).isEqualTo(200);
            }
            assertThat(shares(server.read("hygiene?node=" + node("Mia"))))
                    .containsExactly(tuple("Mia", 4, 4), tuple("Ann", 3, 3), tuple("Bob", 1, 1));
        }
    }

    private static List<Tuple> shares(JsonNode report) {
        List<Tuple> shares = new ArrayList<>();
        report.path("nodes")
                .forEach(one -> shares.add(tuple(
                        one.path("name").asText(),
                        one.at("/share/n").asInt(),
                        one.at("/share/clean").asInt())));
        return shares;
    }

    private static String deal(StagesServer server, String stage, String category) throws Exception {
        String fields = "{'name': 'A', 'pipeline': 'short', 'closeDate': '2026-12-10', 'stage': '%s', 'category': '%s',"
                + " 'owner': '%s'}";
        var created = server.send(
                "POST",
                "opportunities",
                Given.json(fields.formatted(stage, category, node("Ann"))).toString());
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return "opportunities/" + server.json(created).path("id").asText();
    }

    private static String node(String name) {
        return new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString();
    }
}
