package io.binnacle.industry.retail;

import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.industry.retail.TradingEvent.Kind;
import io.binnacle.insights.api.Finding;
import io.binnacle.insights.api.InsightRule;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.testkit.Book;
import io.binnacle.platform.testkit.TestDatabase;
import io.binnacle.platform.testkit.contract.InsightRuleContract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventWithoutDealTest extends InsightRuleContract {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("plugin_io_binnacle_industry_retail");

    private static final Book BOOK = new Book();
    private static final UUID STORES = BOOK.account("Sundrelle Stores", "Retail");
    private static final UUID ONLINE = BOOK.account("Vantholm Online", "Retail");
    private static TradingCalendar calendar;

    @BeforeAll
    static void deals_and_events() {
        calendar = new TradingCalendar(db.database(), db.journal(), db.clock(), BOOK.accounts(), () -> "ready");
        event(STORES, Kind.OPENING, "Lyon", "2027-02-01", "2027-02-01");
        event(STORES, Kind.OPENING, "Begins today", "2026-11-02", "2027-02-01");
        event(STORES, Kind.OPENING, "Too far off", "2027-05-05", "2027-05-05");
        event(STORES, Kind.FREEZE, "Peak", "2026-11-20", "2026-12-31");
        event(ONLINE, Kind.PROMOTION, "Sale", "2026-12-01", "2026-12-31");
        BOOK.deal("On the day", STORES, OPEN, "2026-01-05", null, "2027-02-01")
                .deal("In time", ONLINE, OPEN, "2026-01-05", null, "2026-11-30");
    }

    private static void event(UUID account, Kind kind, String name, String first, String last) {
        calendar.add(
                account, kind, name, LocalDate.parse(first), LocalDate.parse(last), Principal.system("test"), "told");
    }

    @Override
    protected InsightRule rule() {
        return new EventWithoutDeal(BOOK.opportunities(), calendar, BOOK.rollups());
    }

    @Override
    protected Instant now() {
        return Instant.parse("2026-11-02T09:00:00Z");
    }

    @Test
    void finds_what_begins_within_half_a_year_and_before_any_deal_closes() {
        assertThat(rule().evaluate(now()))
                .extracting(Finding::title)
                .containsExactly("“Lyon” begins on 2027-02-01 and no open deal closes before it");
    }
}
