package io.binnacle.insights.core;

import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;
import static io.binnacle.pipeline.api.OpportunityStatus.WON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.insights.api.Severity;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.testkit.contract.InsightRuleContract;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoNextActivityTest extends InsightRuleContract {

    private final Deals deals = new Deals()
            .add("Planned today", OPEN, Optional.empty(), null, "2026-11-20")
            .add("Planned tomorrow", OPEN, Optional.empty(), null, "2026-11-21")
            .add("Met 13 days ago", OPEN, Optional.empty(), null, "2026-11-07")
            .add("Met 14 days ago", OPEN, Optional.empty(), null, "2026-11-06")
            .add("Met 28 days ago", OPEN, Optional.empty(), null, "2026-10-23")
            .add("Changed 13 days ago", OPEN, Optional.empty(), null, null)
            .add("Changed 15 days ago", OPEN, Optional.empty(), null, null)
            .add("Never changed", OPEN, Optional.empty(), null, null)
            .add("Won", WON, Optional.empty(), null, null)
            .lastChanged("Met 14 days ago", "2026-11-19T10:00:00Z")
            .lastChanged("Changed 13 days ago", "2026-11-07T00:00:00Z")
            .lastChanged("Changed 15 days ago", "2026-11-05T23:59:59Z");

    @Override
    protected InsightRule rule() {
        return new NoNextActivity(deals, new Books(new FiscalCalendar(Month.JANUARY, ZoneOffset.UTC)), 14);
    }

    @Override
    protected Instant now() {
        return Instant.parse("2026-11-20T08:00:00Z");
    }

    @Test
    void finds_open_deals_that_are_quiet_for_fourteen_days_the_longest_first() {
        assertThat(found())
                .extracting(Finding::title, Finding::severity)
                .containsExactly(
                        tuple("“Never changed” has no next activity; it is quiet since 2026-01-05", Severity.WARNING),
                        tuple("“Met 28 days ago” has no next activity; it is quiet since 2026-10-23", Severity.WARNING),
                        tuple(
                                "“Changed 15 days ago” has no next activity; it is quiet since 2026-11-05",
                                Severity.INFO),
                        tuple("“Met 14 days ago” has no next activity; it is quiet since 2026-11-06", Severity.INFO));
    }

    @Test
    void says_on_which_day_the_silence_rests() {
        assertThat(found())
                .extracting(finding -> finding.evidence().get(0).statement())
                .containsExactly(
                        "Engaging, no activity planned since its creation on 2026-01-05, no amount",
                        "Engaging, last planned activity on 2026-10-23, no amount",
                        "Engaging, no activity planned, last changed on 2026-11-05, no amount",
                        "Engaging, last planned activity on 2026-11-06, no amount");
    }

    private List<Finding> found() {
        return rule().evaluate(now());
    }
}
