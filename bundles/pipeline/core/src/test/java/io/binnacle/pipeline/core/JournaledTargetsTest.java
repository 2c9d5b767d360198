package io.binnacle.pipeline.core;

import static io.binnacle.pipeline.core.Given.SELLER;
import static io.binnacle.pipeline.core.Given.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.api.Target.Metric;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournaledTargetsTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static UUID ann;

    private final JournaledTargets targets =
            new JournaledTargets(db.database(), db.journal(), db.clock(), Given.SETTINGS);

    @BeforeAll
    static void a_team_is_there() {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(Given.batch(Given.team()), SELLER, "import:test", false, Progress.NONE);
        ann = new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.name().equals("Ann"))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    @Test
    void a_target_is_set_once_raised_once_and_remembered() {
        Target set = targets.set(ann, Metric.BOOKED, "2026-Q4", money("500 EUR"), SELLER, "plan");
        Target same = targets.set(ann, Metric.BOOKED, "2026-Q4", money("500.00 EUR"), SELLER, "plan");
        db.clock().advance(Duration.ofDays(1));
        Target raised = targets.set(ann, Metric.BOOKED, "2026-Q4", money("600 EUR"), SELLER, "stretch");

        assertThat(same).isEqualTo(set);
        assertThat(raised.version()).isEqualTo(2);
        assertThat(targets.all()).contains(raised).doesNotContain(set);
        assertThat(db.journal().history(new EntityRef("target", set.id())))
                .extracting(event -> event.cause())
                .containsExactly("plan", "stretch");
    }

    @ParameterizedTest
    @CsvSource({"2026-Q5, 1, /quarter", "2026-Q1, -1, /amount", "2026-Q1, 1e999999999, /amount"})
    void refuses_what_makes_no_sense(String quarter, String amount, String pointer) {
        assertThatThrownBy(() -> targets.set(ann, Metric.BOOKED, quarter, Money.of(amount, "EUR"), SELLER, ""))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.fields())
                        .extracting(FieldError::pointer)
                        .containsExactly(pointer));
    }

    @Test
    void refuses_a_node_that_is_not_there() {
        assertThatThrownBy(() -> targets.set(UUID.randomUUID(), Metric.BOOKED, "2026-Q1", money("1 EUR"), SELLER, ""))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PipelineError.NODE_NOT_FOUND));
    }
}
