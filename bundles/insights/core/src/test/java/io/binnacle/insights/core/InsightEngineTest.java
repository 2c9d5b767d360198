package io.binnacle.insights.core;

import static io.binnacle.insights.api.Severity.CRITICAL;
import static io.binnacle.insights.api.Severity.INFO;
import static io.binnacle.insights.api.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.insights.api.Evidence;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.Insight;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.insights.api.Insights.Evaluation;
import io.binnacle.insights.api.Severity;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.osgi.framework.Version;

class InsightEngineTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("insights");

    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final Paging ALL = new Paging(Paging.MOST, Optional.empty());

    private InsightEngine engine;

    @BeforeEach
    void start() {
        engine = new InsightEngine(db.database(), db.journal(), db.clock(), GRACE);
    }

    @AfterEach
    void resolve_everything() {
        InsightEngine last = new InsightEngine(db.database(), db.journal(), db.clock(), Duration.ZERO);
        last.evaluate();
        assertThat(open(last)).isEmpty();
    }

    @Test
    void what_a_rule_finds_is_open_until_it_finds_it_no_more() {
        TestRule rule = add("late-deals");
        rule.finds(finding("opportunity/1", WARNING, "late"));
        Instant begin = db.clock().instant();

        assertThat(engine.evaluate()).isEqualTo(new Evaluation(1, 0, 1, List.of()));
        assertThat(open(engine)).singleElement().satisfies(insight -> {
            assertThat(insight.rule()).isEqualTo("late-deals");
            assertThat(insight.subject()).isEqualTo("opportunity/1");
            assertThat(insight.title()).isEqualTo("late");
            assertThat(insight.firstSeen()).isEqualTo(begin);
            assertThat(insight.version()).isEqualTo(1);
        });

        rule.finds();
        assertThat(engine.evaluate()).isEqualTo(new Evaluation(0, 1, 0, List.of()));
        assertThat(open(engine)).isEmpty();
    }

    @Test
    void the_same_thing_found_again_is_the_same_insight_without_a_new_event() {
        TestRule rule = add("late-deals");
        rule.finds(finding("opportunity/2", WARNING, "late"));
        engine.evaluate();
        Insight first = only();

        db.clock().advance(Duration.ofMinutes(15));
        rule.finds(finding("opportunity/2", WARNING, "late"));
        assertThat(engine.evaluate()).isEqualTo(new Evaluation(0, 0, 1, List.of()));

        Insight again = only();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.fingerprint()).isEqualTo(first.fingerprint()).hasSize(64);
        assertThat(again.firstSeen()).isEqualTo(first.firstSeen());
        assertThat(again.lastSeen()).isEqualTo(db.clock().instant());
        assertThat(again.version()).isEqualTo(1);
        assertThat(history(again)).hasSize(1);
    }

    @Test
    void other_words_or_another_severity_are_a_change() {
        TestRule rule = add("late-deals");
        rule.finds(finding("opportunity/3", WARNING, "late"));
        engine.evaluate();

        rule.finds(finding("opportunity/3", CRITICAL, "very late"));
        assertThat(engine.evaluate()).isEqualTo(new Evaluation(0, 0, 1, List.of()));

        Insight changed = only();
        assertThat(changed.severity()).isEqualTo(CRITICAL);
        assertThat(changed.title()).isEqualTo("very late");
        assertThat(changed.version()).isEqualTo(2);
        assertThat(history(changed)).extracting(Event::actor).containsOnly("system:insights");
        assertThat(history(changed)).extracting(Event::cause).containsOnly("rule:late-deals");
    }

    @Test
    void what_comes_back_is_the_same_insight_seen_first_anew() {
        TestRule rule = add("late-deals");
        rule.finds(finding("opportunity/4", WARNING, "late"));
        engine.evaluate();
        Insight before = only();
        rule.finds();
        engine.evaluate();
        db.clock().advance(Duration.ofDays(1));

        rule.finds(finding("opportunity/4", WARNING, "late"));
        assertThat(engine.evaluate()).isEqualTo(new Evaluation(1, 0, 1, List.of()));

        Insight back = only();
        assertThat(back.id()).isEqualTo(before.id());
        assertThat(back.firstSeen()).isEqualTo(db.clock().instant());
        assertThat(back.resolvedAt()).isEmpty();
        assertThat(back.version()).isEqualTo(3);
        assertThat(history(back).get(1).patch().path("resolvedAt").isTextual()).isTrue();
        assertThat(history(back).get(2).patch().path("resolvedAt").isNull()).isTrue();
    }

    @Test
    void equal_subjects_of_two_rules_are_two_insights() {
        add("late-deals").finds(finding("opportunity/5", WARNING, "late"));
        add("quiet-deals").finds(finding("opportunity/5", INFO, "quiet"));

        engine.evaluate();

        assertThat(open(engine)).extracting(Insight::rule).containsExactly("late-deals", "quiet-deals");
        assertThat(engine.open(Optional.of("quiet-deals"), ALL).items())
                .extracting(Insight::title)
                .containsExactly("quiet");
        assertThat(engine.rules()).containsExactly("late-deals", "quiet-deals");
    }

    @Test
    void a_rule_that_throws_is_reported_and_its_insights_stay() {
        TestRule bad = add("bad-rule");
        TestRule good = add("good-rule");
        bad.finds(finding("opportunity/6", WARNING, "late"));
        engine.evaluate();

        bad.throwing(new IllegalStateException("no data"));
        good.finds(finding("opportunity/7", INFO, "fine"));

        assertThat(engine.evaluate())
                .isEqualTo(new Evaluation(1, 0, 2, List.of("bad-rule: IllegalStateException, no data")));
        assertThat(open(engine)).extracting(Insight::rule).containsExactly("bad-rule", "good-rule");
    }

    @Test
    void a_rule_that_breaks_its_promises_fails_alone() {
        add("doubles").finds(finding("a/1", INFO, "one"), finding("a/1", INFO, "two"));
        add("null").throwingNothingButNull();
        add("unkeepable").finds(finding("a/2", INFO, "a\u0000b"));
        add("fine").finds(finding("a/3", INFO, "fine"));

        Evaluation evaluation = engine.evaluate();

        assertThat(evaluation.open()).isEqualTo(1);
        assertThat(evaluation.failures())
                .hasSize(3)
                .contains("doubles: IllegalArgumentException, it found two things about a/1");
    }

    @Test
    void the_insights_of_a_rule_that_is_gone_are_resolved_after_a_while() {
        TestRule rule = add("late-deals");
        rule.finds(finding("opportunity/8", WARNING, "late"));
        engine.evaluate();
        Insight insight = only();

        engine.removeRule(rule);
        assertThat(engine.evaluate().open()).isEqualTo(1);
        db.clock().advance(GRACE.minusSeconds(1));
        assertThat(engine.evaluate().open()).isEqualTo(1);
        db.clock().advance(Duration.ofSeconds(1));

        assertThat(engine.evaluate()).isEqualTo(new Evaluation(0, 1, 0, List.of()));
        assertThat(history(insight).get(1).cause()).isEqualTo("rule removed");
    }

    @Test
    void a_rule_that_is_replaced_keeps_its_insights() {
        TestRule old = add("late-deals");
        old.finds(finding("opportunity/9", WARNING, "late"));
        engine.evaluate();
        Insight insight = only();

        TestRule next = add("late-deals");
        engine.removeRule(old);
        next.finds(finding("opportunity/9", WARNING, "late"));
        db.clock().advance(GRACE.multipliedBy(2));

        assertThat(engine.evaluate()).isEqualTo(new Evaluation(0, 0, 1, List.of()));
        assertThat(only().version()).isEqualTo(insight.version());
    }

    @Test
    void pages_show_the_most_serious_then_the_newest_first_and_each_once() {
        TestRule rule = add("late-deals");
        List<Finding> findings = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (Severity severity : Severity.values()) {
                findings.add(finding("opportunity/" + round + severity, severity, round + " " + severity));
                findings.add(finding("opportunity/" + round + severity + "b", severity, round + " " + severity));
            }
            rule.finds(findings.toArray(Finding[]::new));
            db.clock().advance(Duration.ofSeconds(1));
            engine.evaluate();
        }

        assertThat(pages(4))
                .extracting(Insight::title)
                .containsExactly(
                        "2 CRITICAL",
                        "2 CRITICAL",
                        "1 CRITICAL",
                        "1 CRITICAL",
                        "0 CRITICAL",
                        "0 CRITICAL",
                        "2 WARNING",
                        "2 WARNING",
                        "1 WARNING",
                        "1 WARNING",
                        "0 WARNING",
                        "0 WARNING",
                        "2 INFO",
                        "2 INFO",
                        "1 INFO",
                        "1 INFO",
                        "0 INFO",
                        "0 INFO");
        assertThat(pages(1)).isEqualTo(pages(5)).isEqualTo(open(engine)).doesNotHaveDuplicates();
    }

    @Test
    void a_cursor_of_another_make_is_refused() {
        assertThatThrownBy(() -> engine.open(Optional.empty(), new Paging(10, Optional.of("17"))))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PlatformError.INVALID_PARAMETER));
    }

    @Test
    void the_higher_version_of_a_rule_counts_and_the_lower_takes_over_when_it_goes() {
        TestRule older = new TestRule("late-deals");
        older.finds(finding("opportunity/older", WARNING, "late"));
        TestRule newer = new TestRule("late-deals");
        newer.finds(finding("opportunity/newer", WARNING, "late"));
        engine.addRule(Version.parseVersion("1.10"), newer);
        engine.addRule(Version.parseVersion("1.9"), older);

        engine.evaluate();
        assertThat(only().subject()).isEqualTo("opportunity/newer");

        engine.removeRule(newer);
        engine.evaluate();
        assertThat(only().subject()).isEqualTo("opportunity/older");
    }

    @Test
    void thousands_at_once_are_all_there_and_in_the_journal() {
        TestRule rule = add("late-deals");
        rule.finds(IntStream.range(0, 2409)
                .mapToObj(i -> finding("account/" + i, WARNING, "late " + i))
                .toArray(Finding[]::new));

        assertThat(engine.evaluate()).isEqualTo(new Evaluation(2409, 0, 2409, List.of()));
        assertThat(engine.evaluate()).isEqualTo(new Evaluation(0, 0, 2409, List.of()));
        assertThat(db.journal().verify(Progress.NONE).intact()).isTrue();

        rule.finds();
        assertThat(engine.evaluate()).isEqualTo(new Evaluation(0, 2409, 0, List.of()));
    }

    private TestRule add(String id) {
        TestRule rule = new TestRule(id);
        engine.addRule(Version.parseVersion("1.0"), rule);
        return rule;
    }

    private static Finding finding(String subject, Severity severity, String title) {
        return new Finding(
                subject,
                severity,
                title,
                List.of(new Evidence("/" + subject, title, db.clock().instant())));
    }

    private Insight only() {
        assertThat(open(engine)).hasSize(1);
        return open(engine).get(0);
    }

    private static List<Insight> open(InsightEngine engine) {
        return engine.open(Optional.empty(), ALL).items();
    }

    private List<Insight> pages(int limit) {
        List<Insight> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Insight> page = engine.open(Optional.empty(), new Paging(limit, cursor));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }

    private static List<Event> history(Insight insight) {
        return db.journal().history(new EntityRef("insight", insight.id()));
    }

    /** A rule that finds what it is told to. */
    private static final class TestRule implements InsightRule {

        private final String id;
        private Function<Instant, List<Finding>> answer = now -> List.of();

        TestRule(String id) {
            this.id = id;
        }

        void finds(Finding... findings) {
            answer = now -> List.of(findings);
        }

        void throwing(RuntimeException failure) {
            answer = now -> {
                throw failure;
            };
        }

        void throwingNothingButNull() {
            answer = now -> null;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public List<Finding> evaluate(Instant now) {
            return answer.apply(now);
        }
    }
}
