package io.binnacle.platform.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.insights.api.Evidence;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link InsightRule} promises. Extend it in the tests of a rule, over data in which the rule finds
 * something.
 */
public abstract class InsightRuleContract {

    /** The rule, over data that never changes. */
    protected abstract InsightRule rule();

    /** A present in which the rule finds something. */
    protected abstract Instant now();

    @Test
    void the_id_is_in_lower_case_with_dashes_and_stays() {
        assertThat(rule().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*").isEqualTo(rule().id());
    }

    @Test
    void finds_something_in_the_data_of_its_test() {
        assertThat(findings()).isNotEmpty();
    }

    @Test
    void finds_the_same_again_in_equal_data_at_the_same_time() {
        InsightRule rule = rule();

        assertThat(rule.evaluate(now())).isEqualTo(rule.evaluate(now())).isEqualTo(findings());
    }

    @Test
    void finds_one_thing_about_one_subject() {
        assertThat(findings()).extracting(Finding::subject).doesNotHaveDuplicates();
    }

    @Test
    void names_the_type_and_the_id_of_each_subject() {
        assertThat(findings())
                .allSatisfy(finding -> assertThat(finding.subject()).matches("[a-z][a-z-]*/\\S+"));
    }

    @Test
    void tells_each_finding_in_one_line() {
        assertThat(findings())
                .allSatisfy(finding ->
                        assertThat(finding.title()).isNotBlank().hasLineCount(1).doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void rests_each_finding_on_facts_that_can_be_read_here() {
        assertThat(findings())
                .allSatisfy(
                        finding -> assertThat(finding.evidence()).isNotEmpty().allSatisfy(InsightRuleContract::isFact));
    }

    private static void isFact(Evidence evidence) {
        assertThat(evidence.uri()).startsWith("/").doesNotContainAnyWhitespaces();
        assertThat(evidence.statement()).isNotBlank();
        assertThat(evidence.retrievedAt()).isNotNull();
    }

    private List<Finding> findings() {
        return rule().evaluate(now());
    }
}
