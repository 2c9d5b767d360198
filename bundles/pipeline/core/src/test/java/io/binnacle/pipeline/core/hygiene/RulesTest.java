package io.binnacle.pipeline.core.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.hygiene.DealFacts;
import io.binnacle.pipeline.api.hygiene.Finding;
import io.binnacle.pipeline.api.hygiene.HygieneRule;
import io.binnacle.pipeline.api.stages.Pipeline;
import io.binnacle.pipeline.api.stages.Pipelines;
import io.binnacle.pipeline.api.stages.Stage;
import io.binnacle.pipeline.core.Given;
import io.binnacle.platform.testkit.contract.HygieneRuleContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Each rule finds its flaw in a deal that has all of them, and none in a deal that has none. */
class RulesTest {

    private static final Pipeline ANY =
            new Pipeline(Pipelines.STANDARD, Opportunity.STANDARD, "Standard", List.of(), 0);
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

    @Nested
    class AStageThatIsNone extends Rule {
        AStageThatIsNone() {
            super(new StageUnknown());
        }

        @Override
        protected DealFacts flawed() {
            return in("engaging ", ForecastCategory.OMITTED);
        }

        @Test
        void proposes_the_stage_of_the_same_name_or_the_one_that_is_forecast_alike() {
            assertThat(proposed(flawed())).isEqualTo("{\"stage\":\"Engaging\"}");
            assertThat(proposed(in("Late", ForecastCategory.COMMIT))).isEqualTo("{\"stage\":\"Signing\"}");
            assertThat(rule().check(in("Late", ForecastCategory.OMITTED))
                            .orElseThrow()
                            .proposal())
                    .isEmpty();
        }
    }

    @Nested
    class ACategoryBeyondItsStage extends Rule {
        ACategoryBeyondItsStage() {
            super(new CategoryBeyondStage());
        }

        @Override
        protected DealFacts flawed() {
            return in("Engaging", ForecastCategory.COMMIT);
        }

        @Override
        protected DealFacts clean() {
            return in("Signing", ForecastCategory.PIPELINE);
        }

        @Test
        void proposes_the_category_of_the_stage() {
            assertThat(proposed(flawed())).isEqualTo("{\"category\":\"PIPELINE\"}");
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

        String proposed(DealFacts facts) {
            return rule.check(facts)
                    .flatMap(Finding::proposal)
                    .orElseThrow()
                    .patch()
                    .toString();
        }

        /** A deal in a pipeline with two stages, Engaging and Signing. */
        static DealFacts in(String stage, ForecastCategory category) {
            Pipeline pipeline = new Pipeline(
                    Pipelines.STANDARD,
                    Opportunity.STANDARD,
                    "Standard",
                    List.of(
                            new Stage("Engaging", ForecastCategory.PIPELINE, Optional.empty(), List.of()),
                            new Stage("Signing", ForecastCategory.COMMIT, Optional.empty(), List.of())),
                    1);
            Opportunity deal = deal(OpportunityStatus.OPEN, "2026-12-10", "call", "1 EUR", stage, category);
            return new DealFacts(deal, TODAY, TODAY, LocalDate.parse("2026-11-30"), Optional.of(pipeline));
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
        return new DealFacts(deal, lastActivity, TODAY, LocalDate.parse("2026-11-30"), Optional.of(ANY));
    }

    private static Opportunity deal(OpportunityStatus status, String closeDate, String nextStep, String amount) {
        return deal(status, closeDate, nextStep, amount, "Engaging", ForecastCategory.COMMIT);
    }

    private static Opportunity deal(
            OpportunityStatus status,
            String closeDate,
            String nextStep,
            String amount,
            String stage,
            ForecastCategory category) {
        return new Opportunity(
                new UUID(7, 1),
                "A deal",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                stage,
                status,
                category,
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
