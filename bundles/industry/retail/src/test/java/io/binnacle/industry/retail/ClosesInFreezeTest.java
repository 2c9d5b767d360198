package io.binnacle.industry.retail;

import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;
import static io.binnacle.pipeline.api.OpportunityStatus.WON;
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

class ClosesInFreezeTest extends InsightRuleContract {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("plugin_io_binnacle_industry_retail");

    private static final Book BOOK = new Book();
    private static final UUID STORES = BOOK.account("Sundrelle Stores", "Retail");
    private static final UUID ONLINE = BOOK.account("Vantholm Online", "Retail");
    private static TradingCalendar calendar;

    @BeforeAll
    static void deals_and_events() {
        calendar = new TradingCalendar(db.database(), db.journal(), db.clock(), BOOK.accounts(), () -> "ready");
        event(STORES, Kind.FREEZE, "Peak", "2026-11-20", "2026-12-31");
        event(ONLINE, Kind.PROMOTION, "Sale", "2026-11-20", "2026-12-31");
        BOOK.deal("First day\nof it", STORES, OPEN, "2026-01-05", null, "2026-11-20")
                .deal("Last day", STORES, OPEN, "2026-01-05", null, "2026-12-31")
                .deal("Before", STORES, OPEN, "2026-01-05", null, "2026-11-19")
                .deal("After", STORES, OPEN, "2026-01-05", null, "2027-01-01")
                .deal("Won", STORES, WON, "2026-01-05", null, "2026-12-01")
                .deal("No date", STORES, OPEN, "2026-01-05", null, null)
                .deal("Not frozen", ONLINE, OPEN, "2026-01-05", null, "2026-12-01");
    }

    private static void event(UUID account, Kind kind, String name, String first, String last) {
        calendar.add(
                account, kind, name, LocalDate.parse(first), LocalDate.parse(last), Principal.system("test"), "told");
    }

    @Override
    protected InsightRule rule() {
        return new ClosesInFreeze(BOOK.opportunities(), calendar);
    }

    @Override
    protected Instant now() {
        return Instant.parse("2026-11-02T09:00:00Z");
    }

    @Test
    void finds_open_deals_of_the_account_from_the_first_to_the_last_day() {
        assertThat(rule().evaluate(now()))
                .extracting(Finding::title)
                .containsExactly(
                        "“First day of it” is to close on 2026-11-20, in the freeze “Peak”",
                        "“Last day” is to close on 2026-12-31, in the freeze “Peak”");
    }
}
