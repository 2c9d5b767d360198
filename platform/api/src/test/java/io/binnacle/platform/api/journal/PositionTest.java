package io.binnacle.platform.api.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void the_transaction_counts_before_the_number() {
        assertThat(new Position(7, 90)).isLessThan(new Position(8, 3)).isGreaterThan(new Position(7, 89));
    }

    @Test
    void it_is_read_back() {
        assertThat(Position.parse(new Position(741, 12).toString())).isEqualTo(new Position(741, 12));
        assertThatThrownBy(() -> Position.parse("741")).isInstanceOf(IllegalArgumentException.class);
    }
}
