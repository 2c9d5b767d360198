package io.binnacle.platform.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.industry.api.GoldenTests;
import io.binnacle.industry.api.PackCheck;
import io.binnacle.industry.api.PackContent;
import org.junit.jupiter.api.Test;

/** What every industry pack promises, with code or without; the platform refuses one that does not keep it. */
public abstract class IndustryPackContract {

    /** What the pack knows. */
    protected abstract PackContent content();

    /** What must come out of it. */
    protected abstract GoldenTests golden();

    @Test
    void is_in_order() {
        assertThat(PackCheck.problems(content())).isEmpty();
    }

    @Test
    void passes_its_golden_tests() {
        assertThat(golden().failures(content())).isEmpty();
    }

    @Test
    void is_the_same_whenever_it_is_asked() {
        assertThat(content()).isEqualTo(content());
    }
}
