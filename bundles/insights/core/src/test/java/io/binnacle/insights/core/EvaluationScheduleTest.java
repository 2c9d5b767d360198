package io.binnacle.insights.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.insights.api.Insight;
import io.binnacle.insights.api.Insights;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EvaluationScheduleTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("insights");

    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final Semaphore evaluations = new Semaphore(0);

    @Test
    void evaluates_at_the_start_and_after_each_change() throws Exception {
        var schedule = new EvaluationSchedule(new CountingInsights(), db.journal(), NEVER, AT_ONCE);
        try {
            assertEvaluated();

            record("opportunity");

            assertEvaluated();
        } finally {
            schedule.stop();
        }
    }

    @Test
    void goes_on_after_an_evaluation_that_failed() throws Exception {
        var schedule = new EvaluationSchedule(new CountingInsights(), db.journal(), AT_ONCE, AT_ONCE);
        try {
            assertEvaluated();
            assertEvaluated();
            assertEvaluated();
        } finally {
            schedule.stop();
        }
    }

    @Test
    void insights_themselves_are_no_news() {
        News news = new News(db.journal());
        assertThat(news.arrived()).isFalse();

        for (int i = 0; i < 250; i++) {
            record("insight");
        }
        assertThat(news.arrived()).isFalse();

        record("insight");
        record("target");
        record("insight");
        assertThat(news.arrived()).isTrue();
        assertThat(news.arrived()).isFalse();
    }

    private void assertEvaluated() throws InterruptedException {
        assertThat(evaluations.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void record(String type) {
        EntityRef entity = new EntityRef(type, UUID.randomUUID());
        db.journal()
                .append(List.of(new Change(
                        entity,
                        db.clock().instant(),
                        "ana",
                        "test",
                        Json.object().put("name", "x"))));
    }

    /** Counts evaluations, and fails in every one of them. */
    private final class CountingInsights implements Insights {

        @Override
        public Page<Insight> open(Optional<String> rule, Paging paging) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> rules() {
            return List.of();
        }

        @Override
        public Evaluation evaluate() {
            evaluations.release();
            throw new IllegalStateException("the database is away");
        }
    }
}
