package io.binnacle.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestDatabaseTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas();

    @Test
    void has_a_journal_that_runs_by_the_clock_of_the_test() {
        EntityRef deal = new EntityRef("opportunity", UUID.randomUUID());
        db.clock().advance(Duration.ofHours(1));

        db.journal()
                .append(List.of(new Change(
                        deal, TestClock.START, "ada", "test", Json.object().put("amount", 1))));

        assertThat(db.journal().history(deal))
                .extracting(Event::recordedTime)
                .containsExactly(TestClock.START.plus(Duration.ofHours(1)));
    }

    @Test
    void works_in_the_role_of_the_platform() {
        String role = db.database().read(handle -> handle.createQuery("select current_user")
                .mapTo(String.class)
                .one());

        assertThat(role).isEqualTo("binnacle_app");
    }
}
