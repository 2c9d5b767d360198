package io.binnacle.pipeline.core.rates;

import static io.binnacle.pipeline.core.Given.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.pipeline.api.Converted;
import io.binnacle.pipeline.api.ExchangeRate;
import io.binnacle.pipeline.api.ExchangeRate.Kind;
import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.api.RatePolicy;
import io.binnacle.pipeline.api.Revaluation;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.FiscalCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Conversions against hand arithmetic. */
class RateTableTest {

    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 5);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 2);

    private final RateTable table = new RateTable(
            List.of(
                    rate("EUR", "USD", "2026-01-01", "1.10", Kind.PLAN),
                    rate("EUR", "USD", "2025-01-01", "1.05", Kind.PLAN),
                    rate("EUR", "USD", "2026-10-01", "1.0825", Kind.SPOT),
                    rate("EUR", "USD", "2026-11-01", "1.075", Kind.SPOT),
                    rate("GBP", "USD", "2026-10-01", "1.25", Kind.SPOT)),
            "USD",
            new FiscalCalendar(Month.JANUARY, ZoneOffset.UTC));

    @Test
    void each_policy_takes_its_rate() {
        assertThat(amount("1000 EUR", "USD", RatePolicy.PLAN, NOVEMBER)).isEqualTo(money("1100.00 USD"));
        assertThat(amount("1000 EUR", "USD", RatePolicy.PLAN, LocalDate.of(2025, 12, 31)))
                .isEqualTo(money("1050.00 USD"));
        assertThat(amount("1000 EUR", "USD", RatePolicy.SPOT, OCTOBER)).isEqualTo(money("1082.50 USD"));
        assertThat(amount("1000 EUR", "USD", RatePolicy.TRANSACTION_DATE, NOVEMBER))
                .isEqualTo(money("1075.00 USD"));
    }

    @Test
    void a_half_goes_to_the_even_cent() {
        assertThat(amount("0.10 EUR", "USD", RatePolicy.SPOT, NOVEMBER)).isEqualTo(money("0.11 USD"));
        assertThat(amount("0.2 GBP", "USD", RatePolicy.SPOT, NOVEMBER)).isEqualTo(money("0.25 USD"));
        assertThat(amount("0.10 GBP", "USD", RatePolicy.SPOT, NOVEMBER)).isEqualTo(money("0.12 USD"));
        assertThat(amount("0.14 GBP", "USD", RatePolicy.SPOT, NOVEMBER)).isEqualTo(money("0.18 USD"));
    }

    @Test
    void a_pair_without_a_rate_goes_the_other_way_round_or_over_the_base_currency() {
        // 110 / 1.10 = 100; 1000 GBP = 1250 USD, and 1250 / 1.0825 = 1154.734411...
        Converted back = table.convert(money("110 USD"), "EUR", RatePolicy.PLAN, NOVEMBER);
        Converted over = table.convert(money("1000 GBP"), "EUR", RatePolicy.SPOT, OCTOBER);

        assertThat(back.amount()).isEqualTo(money("100.00 EUR"));
        assertThat(over.amount()).isEqualTo(money("1154.73 EUR"));
        assertThat(over.rate().orElseThrow().via())
                .containsExactly(
                        rate("GBP", "USD", "2026-10-01", "1.25", Kind.SPOT),
                        rate("EUR", "USD", "2026-10-01", "1.0825", Kind.SPOT));
    }

    @Test
    void an_amount_in_the_currency_itself_stays_to_the_digit() {
        assertThat(table.convert(money("1.2345 USD"), "USD", RatePolicy.SPOT, OCTOBER))
                .isEqualTo(new Converted(money("1.2345 USD"), java.util.Optional.empty()));
    }

    @Test
    void a_missing_rate_is_named_with_its_pair_and_day() {
        assertThatThrownBy(() -> table.convert(money("1 CHF"), "EUR", RatePolicy.SPOT, OCTOBER))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PipelineError.RATE_MISSING))
                .hasMessageContaining("spot rate from CHF to EUR on or before 2026-10-05");
        assertThatThrownBy(() -> table.convert(money("1 GBP"), "USD", RatePolicy.PLAN, OCTOBER))
                .hasMessageContaining("plan rate from GBP to USD dated in fiscal year 2026");
        assertThatThrownBy(() -> table.convert(money("1 EUR"), "USD", RatePolicy.SPOT, LocalDate.of(2026, 9, 30)))
                .hasMessageContaining("2026-09-30");
    }

    @Test
    void rates_alone_make_the_effect_and_constant_currency_has_none() {
        Revaluation spot = table.revalue(money("1000 EUR"), "USD", RatePolicy.SPOT, OCTOBER, NOVEMBER);
        Revaluation plan = table.revalue(money("1000 EUR"), "USD", RatePolicy.PLAN, OCTOBER, NOVEMBER);

        assertThat(spot.effect()).isEqualTo(money("-7.50 USD"));
        assertThat(plan.effect()).isEqualTo(money("0.00 USD"));
    }

    @Property(seed = "1")
    void a_conversion_is_off_by_at_most_half_a_cent(
            @ForAll("amounts") BigDecimal amount, @ForAll("rates") BigDecimal rate) {
        RateTable one = new RateTable(
                List.of(new ExchangeRate("EUR", "USD", OCTOBER, rate, Kind.SPOT)),
                "USD",
                new FiscalCalendar(Month.JANUARY, ZoneOffset.UTC));

        Money there = one.convert(new Money(amount, "EUR"), "USD", RatePolicy.SPOT, NOVEMBER)
                .amount();

        assertThat(there.amount().scale()).isEqualTo(2);
        assertThat(there.amount().subtract(amount.multiply(rate)).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    @Provide
    Arbitrary<BigDecimal> amounts() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("1e9"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<BigDecimal> rates() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.000001"), new BigDecimal("1000"))
                .ofScale(6);
    }

    private Money amount(String amount, String to, RatePolicy policy, LocalDate on) {
        return table.convert(money(amount), to, policy, on).amount();
    }

    private static ExchangeRate rate(String from, String to, String date, String rate, Kind kind) {
        return new ExchangeRate(from, to, LocalDate.parse(date), new BigDecimal(rate), kind);
    }
}
