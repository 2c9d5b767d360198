package io.binnacle.industry.core;

import static io.binnacle.pipeline.api.OpportunityStatus.LOST;
import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.industry.api.PackContent;
import io.binnacle.insights.api.Evidence;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.platform.testkit.Book;
import io.binnacle.platform.testkit.contract.InsightRuleContract;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DealRuleInsightTest extends InsightRuleContract {

    private final Book book = new Book();
    private final UUID mine = book.account("Deep\nMine", " mining");
    private final UUID bank = book.account("Bank", "Banking");
    private final UUID nobody = book.account("Nobody", null);

    {
        book.deal("Found", mine, OPEN, "2026-07-25", "2026-11-01", "2026-12-02")
                .deal("Too young", mine, OPEN, "2026-07-26", "2026-11-10", "2026-11-10")
                .deal("Too far", mine, OPEN, "2026-01-01", "2026-12-03", "2026-12-03")
                .deal("Late", mine, OPEN, "2026-01-01", null, "2026-11-01")
                .deal("No date", mine, OPEN, "2026-01-01", null, null)
                .deal("Lost", mine, LOST, "2026-01-01", "2026-11-01", "2026-11-10")
                .deal("Elsewhere", bank, OPEN, "2026-01-01", "2026-11-01", "2026-12-02")
                .deal("No industry", nobody, OPEN, "2026-01-01", "2026-11-01", "2026-12-02")
                .deal("No account", null, OPEN, "2026-01-01", "2026-11-01", "2026-12-02");
    }

    @Override
    protected InsightRule rule() {
        return rule(0);
    }

    @Override
    protected Instant now() {
        return Instant.parse("2026-11-02T09:00:00Z");
    }

    @Test
    void is_named_by_pack_and_rule() {
        assertThat(rule().id()).isEqualTo("mining-old-and-close");
    }

    @Test
    void finds_the_open_deals_of_the_industry_for_which_all_conditions_hold() {
        assertThat(rule(0).evaluate(now()))
                .extracting(Finding::title)
                .containsExactly("“Found” of Deep Mine is old and close");
        assertThat(rule(1).evaluate(now())).extracting(Finding::title).containsExactly("“Found” was pushed");
    }

    @Test
    void rests_on_dates_which_stay_from_day_to_day() {
        assertThat(rule(1).evaluate(now()).get(0).evidence())
                .containsExactly(new Evidence(
                        "/api/v1/pipeline/opportunities/00000000-0000-0007-0000-000000000000",
                        "Engaging, first close date 2026-11-01, close date 2026-12-02",
                        now()));
        assertThat(rule(0).evaluate(now()).get(0).evidence())
                .extracting(Evidence::statement)
                .containsExactly("Engaging, created on 2026-07-25, close date 2026-12-02");
    }

    private InsightRule rule(int number) {
        PackContent pack = Packs.content("Mining");
        return new DealRuleInsight(
                pack, pack.rules().get(number), book.accounts(), book.opportunities(), book.rollups());
    }
}
