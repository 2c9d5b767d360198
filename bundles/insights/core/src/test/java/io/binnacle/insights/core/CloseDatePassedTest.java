package io.binnacle.insights.core;

import static io.binnacle.pipeline.api.OpportunityStatus.LOST;
import static io.binnacle.pipeline.api.OpportunityStatus.ON_HOLD;
import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;
import static io.binnacle.pipeline.api.OpportunityStatus.WON;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.insights.api.Evidence;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.insights.api.Severity;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.testkit.contract.InsightRuleContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloseDatePassedTest extends InsightRuleContract {

    private static final Optional<Money> SMALL = Optional.of(Money.of("99999.99", "EUR"));
    private static final Optional<Money> LARGE = Optional.of(Money.of("100000", "EUR"));

    @Override
    protected InsightRule rule() {
        return rule(
                "UTC",
                new Deals()
                        .add("Second", OPEN, SMALL, "2026-11-01", null)
                        .add("First\nwith a break", OPEN, Optional.empty(), "2026-10-31", null)
                        .add("Today", OPEN, SMALL, "2026-11-02", null)
                        .add("No date", OPEN, SMALL, null, null)
                        .add("Held", ON_HOLD, SMALL, "2026-10-01", null)
                        .add("Won", WON, SMALL, "2026-10-01", null)
                        .add("Lost", LOST, SMALL, "2026-10-01", null));
    }

    @Override
    protected Instant now() {
        return Instant.parse("2026-11-02T09:00:00Z");
    }

    @Test
    void finds_open_deals_of_yesterday_and_before_the_oldest_first() {
        assertThat(rule().evaluate(now()))
                .extracting(Finding::title)
                .containsExactly(
                        "“First with a break” was to close on 2026-10-31 and is still open",
                        "“Second” was to close on 2026-11-01 and is still open");
    }

    @Test
    void rests_on_the_deal_its_date_and_its_amount() {
        assertThat(rule().evaluate(now()).get(1).evidence())
                .containsExactly(new Evidence(
                        "/api/v1/pipeline/opportunities/00000000-0000-0007-0000-000000000000",
                        "Engaging, close date 2026-11-01, 100,000 EUR",
                        now()));
        assertThat(rule().evaluate(now()).get(0).evidence())
                .extracting(Evidence::statement)
                .containsExactly("Engaging, close date 2026-10-31, no amount");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01, INFO, WARNING",
        "2026-10-26, INFO, WARNING",
        "2026-10-25, WARNING, CRITICAL",
        "2026-08-03, WARNING, CRITICAL",
        "2026-08-02, CRITICAL, CRITICAL"
    })
    void is_graver_for_late_and_for_large_deals(String closeDate, Severity small, Severity large) {
        assertThat(severity(SMALL, closeDate)).isEqualTo(small);
        assertThat(severity(Optional.empty(), closeDate)).isEqualTo(small);
        assertThat(severity(LARGE, closeDate)).isEqualTo(large);
    }

    @Test
    void a_day_has_passed_when_it_has_in_the_zone_of_the_calendar() {
        Deals deals = new Deals().add("Deal", OPEN, SMALL, "2026-11-01", null);
        Instant lateInLondon = Instant.parse("2026-11-01T23:30:00Z");

        assertThat(rule("UTC", deals).evaluate(lateInLondon)).isEmpty();
        assertThat(rule("Asia/Tokyo", deals).evaluate(lateInLondon)).hasSize(1);
    }

    @Test
    void says_the_same_the_next_day() {
        InsightRule rule = rule("UTC", new Deals().add("Deal", OPEN, SMALL, "2026-10-20", null));

        Finding today = rule.evaluate(now()).get(0);
        Finding tomorrow = rule.evaluate(now().plusSeconds(86_400)).get(0);

        assertThat(tomorrow.title()).isEqualTo(today.title());
        assertThat(tomorrow.evidence().get(0).statement())
                .isEqualTo(today.evidence().get(0).statement());
    }

    private Severity severity(Optional<Money> amount, String closeDate) {
        List<Finding> found = rule("UTC", new Deals().add("Deal", OPEN, amount, closeDate, null))
                .evaluate(now());
        return found.get(0).severity();
    }

    private static InsightRule rule(String zone, Deals deals) {
        FiscalCalendar calendar = new FiscalCalendar(Month.JANUARY, ZoneId.of(zone));
        return new CloseDatePassed(deals, new Books(calendar), new BigDecimal(100_000));
    }
}
