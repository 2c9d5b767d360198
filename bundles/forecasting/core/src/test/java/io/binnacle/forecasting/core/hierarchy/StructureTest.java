package io.binnacle.forecasting.core.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {

    @Test
    void parts_make_a_level_for_each_depth() {
        Structure tree = Structure.parse("state/region");

        assertThat(tree.isTree()).isTrue();
        assertThat(tree.levels()).extracting(Level::name).containsExactly("total", "state", "state/region");
    }

    @Test
    void crossed_groups_make_a_level_for_each_combination_and_wholes_come_before_parts() {
        Structure crossed = Structure.parse("(state / region) * purpose");

        assertThat(crossed.isTree()).isFalse();
        assertThat(crossed.groups()).containsExactly("state", "region", "purpose");
        assertThat(crossed.levels())
                .extracting(Level::name)
                .containsExactly("total", "state", "purpose", "state/region", "state*purpose", "state/region*purpose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state//region", "state *", "(state * purpose) / region", "a / b / c / d / e / f / g"})
    void what_is_no_structure_is_refused_with_what_is(String text) {
        assertThatThrownBy(() -> Structure.parse(text)).hasMessageContaining("a structure names");
    }

    @Test
    void no_group_is_named_twice() {
        assertThatThrownBy(() -> Structure.parse("state / region * state")).hasMessageContaining("none twice");
    }
}
