package io.binnacle.platform.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void the_cents_that_are_left_go_to_those_who_lost_most() {
        assertThat(shares("100.00", "EUR", "1", "1", "1")).containsExactly("33.34", "33.33", "33.33");
        assertThat(shares("0.05", "EUR", "50", "30", "20")).containsExactly("0.03", "0.01", "0.01");
        assertThat(shares("1000", "JPY", "33.3", "66.7")).containsExactly("333", "667");
        assertThat(shares("-10", "EUR", "1", "2")).containsExactly("-3.33", "-6.67");
        assertThat(shares("0.001", "EUR", "1", "1")).containsExactly("0.001", "0.000");
    }

    @Test
    void weights_that_share_nothing_are_refused() {
        assertThatThrownBy(() -> shares("1", "EUR", "0", "0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shares("1", "EUR", "-1", "2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(seed = "1")
    void the_parts_always_sum_to_the_whole_and_none_is_off_by_a_unit(
            @ForAll("amounts") BigDecimal amount, @ForAll("weights") List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);

        List<Money> parts = LargestRemainder.share(new Money(amount, "EUR"), weights);

        assertThat(parts.stream().map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(amount);
        for (int i = 0; i < parts.size(); i++) {
            BigDecimal exact = amount.multiply(weights.get(i));
            BigDecimal off = parts.get(i).amount().multiply(sum).subtract(exact).abs();
            assertThat(off).isLessThan(new BigDecimal("0.01").multiply(sum));
        }
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1e9"), new BigDecimal("1e9"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<List<BigDecimal>> weights() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), new BigDecimal("100"))
                .ofScale(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static List<String> shares(String amount, String currency, String... weights) {
        return LargestRemainder.share(
                        Money.of(amount, currency),
                        List.of(weights).stream().map(BigDecimal::new).toList())
                .stream()
                .map(part -> part.amount().toPlainString())
                .toList();
    }
}
