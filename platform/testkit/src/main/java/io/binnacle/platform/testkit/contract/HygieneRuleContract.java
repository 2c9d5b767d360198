package io.binnacle.platform.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.hygiene.DealFacts;
import io.binnacle.pipeline.api.hygiene.Finding;
import io.binnacle.pipeline.api.hygiene.HygieneRule;
import org.junit.jupiter.api.Test;

/** What every {@link HygieneRule} promises. Extend it in the tests of a rule. */
public abstract class HygieneRuleContract {

    /** The rule. */
    protected abstract HygieneRule rule();

    /** A deal in which the rule finds a flaw. */
    protected abstract DealFacts flawed();

    /** A deal in which it finds none. */
    protected abstract DealFacts clean();

    @Test
    void the_id_is_in_lower_case_with_dashes_and_stays() {
        assertThat(rule().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*").isEqualTo(rule().id());
    }

    @Test
    void finds_a_flaw_where_there_is_one_and_nowhere_else() {
        assertThat(rule().check(flawed())).isPresent();
        assertThat(rule().check(clean())).isEmpty();
    }

    @Test
    void finds_the_same_again_in_equal_facts() {
        assertThat(rule().check(flawed())).isEqualTo(rule().check(flawed()));
    }

    @Test
    void tells_the_flaw_in_one_line() {
        assertThat(rule().check(flawed()).orElseThrow().detail())
                .isNotBlank()
                .hasLineCount(1)
                .doesNotContainPattern("\\p{Cntrl}");
    }

    @Test
    void proposes_a_change_of_something_and_says_why() {
        rule().check(flawed()).flatMap(Finding::proposal).ifPresent(proposal -> {
            assertThat(proposal.patch().isEmpty()).isFalse();
            assertThat(proposal.why()).isNotBlank();
        });
    }
}
