package io.binnacle.platform.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void amounts_add_to_the_digit() {
        assertThat(Money.of("0.10", "EUR").plus(Money.of("0.20", "EUR"))).isEqualTo(Money.of("0.30", "EUR"));
    }

    @Test
    void currencies_do_not_mix() {
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot add USD to EUR");
    }

    @Test
    void a_currency_is_one_of_iso_4217() {
        assertThatThrownBy(() -> Money.of("1", "EURO")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void digits_do_not_change_what_it_is_worth() {
        assertThat(Money.of("1.0", "EUR").isWorth(Money.of("1.00", "EUR"))).isTrue();
        assertThat(Money.of("1.0", "EUR").isWorth(Money.of("1.0", "USD"))).isFalse();
    }
}
