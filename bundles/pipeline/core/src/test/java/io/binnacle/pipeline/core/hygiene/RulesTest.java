package io.binnacle.pipeline.core.hygiene;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.hygiene.DealFacts;
import io.binnacle.pipeline.api.hygiene.HygieneRule;
import io.binnacle.pipeline.core.Given;
import io.binnacle.platform.testkit.contract.HygieneRuleContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;

/** Each rule finds its flaw in a deal that has all of them, and none in a deal that has none. */
class RulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");

    @Nested
    class AClosePastDate extends Rule {
        AClosePastDate() {
            super(new CloseDatePast());
        }
    }

    @Nested
    class AMissingNextStep extends Rule {
        AMissingNextStep() {
            super(new NextStepMissing());
        }
    }

    @Nested
    class AMissingAmount extends Rule {
        AMissingAmount() {
            super(new AmountMissing());
        }
    }

    @Nested
    class AForecastOnHold extends Rule {
        AForecastOnHold() {
            super(new HeldButForecast());
        }
    }

    @Nested
    class AnInactiveDeal extends Rule {
        AnInactiveDeal() {
            super(new Inactive(30));
        }
    }

    abstract static class Rule extends HygieneRuleContract {

        private final HygieneRule rule;

        Rule(HygieneRule rule) {
            this.rule = rule;
        }

        @Override
        protected HygieneRule rule() {
            return rule;
        }

        @Override
        protected DealFacts flawed() {
            return facts(deal(OpportunityStatus.ON_HOLD, "2026-11-01", "", "0 EUR"), TODAY.minusDays(31));
        }

        @Override
        protected DealFacts clean() {
            return facts(deal(OpportunityStatus.OPEN, "2026-11-02", "call", "1 EUR"), TODAY.minusDays(30));
        }
    }

    private static DealFacts facts(Opportunity deal, LocalDate lastActivity) {
        return new DealFacts(deal, lastActivity, TODAY, LocalDate.parse("2026-11-30"));
    }

    private static Opportunity deal(OpportunityStatus status, String closeDate, String nextStep, String amount) {
        return new Opportunity(
                new UUID(7, 1),
                "A deal",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Engaging",
                status,
                ForecastCategory.COMMIT,
                Optional.of(Given.money(amount)),
                Optional.of(LocalDate.parse(closeDate)),
                Optional.empty(),
                LocalDate.parse("2026-01-05"),
                Optional.of(nextStep),
                Optional.empty(),
                Optional.empty(),
                Opportunity.STANDARD,
                Optional.empty(),
                HistoryQuality.FULL,
                false,
                Map.of(),
                List.of(),
                1);
    }
}
