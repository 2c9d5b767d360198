package @id@;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.testkit.contract.InsightRuleContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The contract is what every rule promises; what this one promises is below. */
class @Class@Test extends InsightRuleContract {

    @Override
    protected InsightRule rule() {
        return new @Class@(() -> List.of(
                deal(1, "Harbour cranes", Optional.empty()),
                deal(2, "Dock lights", Optional.of(Money.of("1200", "EUR")))));
    }

    @Override
    protected Instant now() {
        return Instant.parse("2026-11-02T09:00:00Z");
    }

    @Test
    void finds_the_deal_without_an_amount() {
        assertThat(rule().evaluate(now()))
                .extracting(Finding::title)
                .containsExactly("Nobody has said what “Harbour cranes” is worth");
    }

    private static Opportunity deal(long number, String name, Optional<Money> amount) {
        return new Opportunity(
                new UUID(0, number),
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Engaging",
                OpportunityStatus.OPEN,
                ForecastCategory.PIPELINE,
                amount,
                Optional.empty(),
                Optional.empty(),
                LocalDate.of(2026, 1, 5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                1);
    }
}
