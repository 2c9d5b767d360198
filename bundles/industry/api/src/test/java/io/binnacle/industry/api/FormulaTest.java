package io.binnacle.industry.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    private static final Map<String, BigDecimal> VALUES = Map.of("a", new BigDecimal(8), "b_2", new BigDecimal(2));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "a - b_2 - 1 | 5",
                "a / b_2 / 2 | 2",
                "a * (1 - b_2 / 100) | 7.84",
                "-a + 10 | 2",
                "2 - -3 | 5",
                "min(a, b_2) + max(a, 9) | 11",
                "1 / 3 | 0.3333333333333333"
            })
    void computes_as_in_school(String formula, BigDecimal expected) {
        assertThat(Formula.parse(formula).evaluate(VALUES)).isEqualByComparingTo(expected);
    }

    @Test
    void names_its_variables() {
        assertThat(Formula.parse("revenue * (target - min(current, target))").variables())
                .containsExactly("current", "revenue", "target");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + | it ends where a number",
                "a b_2 | 'b_2' stands where the end",
                "(a | it ends where ')'",
                "min(a) | ')' stands where ','",
                "a $ 2 | character 2 of",
                "'' | it ends"
            })
    void says_where_it_cannot_be_understood(String formula, String message) {
        assertThatThrownBy(() -> Formula.parse(formula))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refuses_what_would_take_the_stack() {
        assertThatThrownBy(() -> Formula.parse("(".repeat(40) + "1" + ")".repeat(40)))
                .hasMessageContaining("30 levels");
        assertThatThrownBy(() -> Formula.parse("1+".repeat(300) + "1")).hasMessageContaining("500 characters");
    }
}
