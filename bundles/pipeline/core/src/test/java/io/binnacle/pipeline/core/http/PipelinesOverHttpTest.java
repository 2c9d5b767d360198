package io.binnacle.pipeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.core.projection.PipelineProjection;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pipelines on a real server and a real database. */
class PipelinesOverHttpTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String STANDARD = "pipelines/00000000-0000-0000-0000-000000000000";
    private static final String RENEWALS = """
            {"key": "%s", "name": "Renewals", "stages": [
             {"name": "Notice", "category": "PIPELINE", "probability": 0.6,
              "exitCriteria": [{"name": "has an amount", "rule": "field-filled", "with": {"field": "amount"}}]},
             {"name": "Signing", "category": "COMMIT"}]}""";

    private StagesServer server;

    @BeforeEach
    void start() {
        db.clock().set(TestClock.START);
        server = new StagesServer(db);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_standard_pipeline_is_there_before_anybody_wrote_it_and_takes_every_stage() throws Exception {
        JsonNode standard = server.read(STANDARD + "?asOf=2026-10-01");

        assertThat(standard.path("key").asText()).isEqualTo("standard");
        assertThat(standard.path("stages")).isEmpty();
        assertThat(standard.path("version").asInt()).isZero();
    }

    @Test
    void a_pipeline_is_made_changed_and_read_as_it_was() throws Exception {
        var created = server.send("POST", "pipelines?reason=new", RENEWALS.formatted("renewals-1"));
        assertThat(created.statusCode()).isEqualTo(201);
        String one = "pipelines/" + server.json(created).path("id").asText();
        String shorter = """
                {"key": "renewals-1", "name": "Renewals", "stages": [{"name": "Signing", "category": "COMMIT"}]}""";

        assertThat(server.send("PUT", one, shorter).body()).startsWith("PRECONDITION_REQUIRED");
        assertThat(server.send("PUT", one, shorter, 9).body()).startsWith("STALE_VERSION");
        db.clock().advance(Duration.ofDays(1));
        var changed = server.send("PUT", one, shorter, 1);

        assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(server.read(one).path("stages")).hasSize(1);
        assertThat(server.read(one + "?asOf=2026-11-02").path("stages"))
                .extracting(stage -> stage.path("name").asText())
                .containsExactly("Notice", "Signing");
        assertThat(db.mend(new PipelineProjection(() -> "pipeline"))).isEmpty();
    }

    @Test
    void the_standard_pipeline_gets_stages_like_any_other() throws Exception {
        var changed = server.rewrite(STANDARD, RENEWALS.formatted("standard"));

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(server.read("pipelines").findValuesAsText("key")).containsOnlyOnce("standard");
        assertThat(server.read(STANDARD).path("stages")).hasSize(2);
    }

    @Test
    void a_pipeline_that_cannot_be_followed_is_refused_with_every_field_at_fault() throws Exception {
        String wrong = """
                {"key": "wrong", "name": "Wrong", "stages": [
                 {"name": "A", "category": "CLOSED", "probability": 2,
                  "exitCriteria": [{"name": "x", "rule": "field-filled", "with": {"field": "colour"}},
                                   {"name": "x", "rule": "oracle"}]},
                 {"name": "A", "category": "COMMIT"}]}""";

        assertThat(server.send("POST", "pipelines", wrong).body().split(" "))
                .containsExactly(
                        "INVALID_PIPELINE",
                        "/stages/0/category",
                        "/stages/0/probability",
                        "/stages/0/exitCriteria/0/with",
                        "/stages/0/exitCriteria/1/name",
                        "/stages/0/exitCriteria/1/rule",
                        "/stages/1/name");
        assertThat(server.send("POST", "pipelines", RENEWALS.formatted("standard"))
                        .body())
                .isEqualTo("INVALID_PIPELINE /key");
    }

    @Test
    void a_key_stays_for_deals_name_the_pipeline_by_it() throws Exception {
        assertThat(server.rewrite(STANDARD, RENEWALS.formatted("other")).body()).isEqualTo("INVALID_PIPELINE /key");
    }
}
