package io.binnacle.platform.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.qualification.DealGate;
import io.binnacle.pipeline.api.qualification.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link DealGate} promises. Extend it in the tests of a gate. */
public abstract class DealGateContract {

    /** The gate, over data that never changes. */
    protected abstract DealGate gate();

    /** A deal before the gate. */
    protected abstract Opportunity before();

    /** The same deal beyond the gate, which is closed for it. */
    protected abstract Opportunity beyond();

    /** The present. */
    protected abstract Instant now();

    @Test
    void the_id_is_in_lower_case_with_dashes_and_stays() {
        assertThat(gate().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*").isEqualTo(gate().id());
    }

    @Test
    void is_closed_for_the_deal_of_its_test_old_or_new() {
        assertThat(obstacles(Optional.of(before()), beyond())).isNotEmpty();
        assertThat(obstacles(Optional.empty(), beyond())).isNotEmpty();
    }

    @Test
    void says_the_same_again() {
        assertThat(obstacles(Optional.of(before()), beyond())).isEqualTo(obstacles(Optional.of(before()), beyond()));
    }

    @Test
    void leaves_a_deal_alone_that_stays_where_it_is() {
        assertThat(obstacles(Optional.of(before()), before())).isEmpty();
        assertThat(obstacles(Optional.of(beyond()), beyond())).isEmpty();
    }

    @Test
    void names_a_field_and_tells_each_obstacle_in_one_line() {
        assertThat(obstacles(Optional.of(before()), beyond())).allSatisfy(obstacle -> {
            assertThat(obstacle.pointer()).matches("/[A-Za-z]+(/\\S+)*");
            assertThat(obstacle.detail()).isNotBlank().hasLineCount(1).doesNotContainPattern("\\p{Cntrl}");
        });
    }

    private List<Obstacle> obstacles(Optional<Opportunity> from, Opportunity to) {
        return gate().obstacles(from, to, now());
    }
}
