package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.TestPlatform;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every table that serves reads follows from the journal, with every kind of entity that the demo has. */
class ProjectionIT {

    @RegisterExtension
    static final TestPlatform platform = new TestPlatform().withDemo();

    @Test
    void the_demos_tables_are_what_its_journal_says_and_no_entity_type_is_without_a_projection() {
        Awaitility.await("the demo's insights")
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() -> !platform.admin()
                        .get("/api/v1/insights")
                        .json()
                        .get("items")
                        .isEmpty());

        JsonNode report = rebuild("?dryRun=true");

        assertThat(report.get("unprojected")).isEmpty();
        assertThat(report.get("entities").asLong()).isGreaterThan(1000);
        assertThat(report.get("tables")).hasSizeGreaterThan(10).allSatisfy(table -> {
            assertThat(table.get("missing").asLong()).as("%s", table).isZero();
            assertThat(table.get("changed").asLong()).as("%s", table).isZero();
            assertThat(table.get("surplus").asLong()).as("%s", table).isZero();
        });
    }

    private static JsonNode rebuild(String parameters) {
        JsonNode operation =
                platform.admin().outcome(platform.admin().post("/api/v1/system/projections:rebuild" + parameters, ""));
        assertThat(operation.get("state").asText()).as(operation.toString()).isEqualTo("SUCCEEDED");
        return operation.get("result");
    }
}
