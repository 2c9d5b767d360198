package io.binnacle.industry.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.industry.api.LeverValue.Input;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class LeverMathTest {

    private static final Lever LEVER = Packs.good().lever("less-fuel").orElseThrow();
    private static final Estimate COST = exactly("2000000");
    private static final Optional<String> EUR = Optional.of("EUR");

    @Test
    void follows_from_the_inputs_alone() {
        LeverValue value =
                LeverMath.evaluate(LEVER, Map.of("cost", COST, "share", exactly("15"), "saved", exactly("4")), EUR);

        assertThat(value.value()).isEqualTo("12000");
        assertThat(value.low()).isEqualTo("12000");
        assertThat(value.high()).isEqualTo("12000");
        assertThat(value.sentence()).isEqualTo("Saving 4 % of fuel is worth 12,000 EUR a year (12,000 to 12,000).");
    }

    @Test
    void a_variable_left_out_takes_its_typical_range_and_says_whose() {
        LeverValue value = LeverMath.evaluate(LEVER, Map.of("cost", COST, "saved", exactly("4")), EUR);

        assertThat(value.value()).isEqualTo("16000");
        assertThat(value.low()).isEqualTo("8000");
        assertThat(value.high()).isEqualTo("24000");
        assertThat(value.evidence())
                .extracting(Input::variable, Input::source)
                .contains(org.assertj.core.groups.Tuple.tuple(
                        "share", "middle of the typical range of 12 firms: a survey"));
    }

    @Test
    void ranges_of_the_caller_give_the_least_and_the_most() {
        Estimate saved = new Estimate(new BigDecimal(2), new BigDecimal(4), new BigDecimal(5));

        LeverValue value = LeverMath.evaluate(LEVER, Map.of("cost", COST, "share", exactly("15"), "saved", saved), EUR);

        assertThat(value.low()).isEqualTo("6000");
        assertThat(value.high()).isEqualTo("15000");
    }

    @Test
    void names_what_is_missing_and_what_is_too_much() {
        assertThatThrownBy(() -> LeverMath.evaluate(LEVER, Map.of("cost", COST, "fuel", COST), Optional.empty()))
                .isInstanceOf(PlatformException.class)
                .extracting(failure -> ((PlatformException) failure).fields(), InstanceOfAssertFactories.LIST)
                .map(field -> ((FieldError) field).pointer())
                .containsExactly("/variables/fuel", "/variables/saved", "/currency");
    }

    private static Estimate exactly(String number) {
        return Estimate.exactly(new BigDecimal(number));
    }
}
