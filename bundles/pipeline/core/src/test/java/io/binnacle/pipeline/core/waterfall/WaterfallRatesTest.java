package io.binnacle.pipeline.core.waterfall;

import static io.binnacle.pipeline.api.OpportunityStatus.OPEN;
import static io.binnacle.pipeline.api.OpportunityStatus.WON;
import static io.binnacle.pipeline.core.Given.deal;
import static io.binnacle.pipeline.core.Given.state;
import static io.binnacle.pipeline.core.waterfall.WaterfallServer.buckets;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.api.ExchangeRate;
import io.binnacle.pipeline.api.ExchangeRate.Kind;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.pipeline.core.rates.StoredRates;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Waterfalls over deals in euros and dollars against hand arithmetic. A euro is worth 1.10 dollars in October, 1.20
 * from 1 November on, 1.25 from 15 December on, and 1.15 by plan.
 */
class WaterfallRatesTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String WINDOW = "from=2026-10-05&to=2026-11-02&period=2026-Q4";
    private static final String CLOSE = "2026-12-10";

    private static WaterfallServer server;

    @BeforeAll
    static void start() {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        Given.batch(
                                Given.team(),
                                deal("unchanged", state("2026-08-01", "Ann", OPEN, "1000 EUR", CLOSE)),
                                deal(
                                        "raised and put off by ten days",
                                        state("2026-08-01", "Ann", OPEN, "500 EUR", CLOSE),
                                        state("2026-10-14", "Ann", OPEN, "600 EUR", "2026-12-20")),
                                deal("in dollars", state("2026-08-01", "Bob", OPEN, "300 USD", CLOSE)),
                                deal(
                                        "won",
                                        state("2026-08-01", "Bob", OPEN, "200 EUR", CLOSE),
                                        state("2026-10-20", "Bob", WON, "200 EUR", "2026-10-20")),
                                deal("new", state("2026-10-12", "Bob", OPEN, "10.01 EUR", CLOSE))),
                        Given.SELLER,
                        "import:test",
                        false,
                        Progress.NONE);
        new StoredRates(db.database(), db.journal(), db.clock())
                .set(
                        List.of(
                                rate("2026-01-01", "1.15", Kind.PLAN),
                                rate("2026-10-01", "1.10", Kind.SPOT),
                                rate("2026-11-01", "1.20", Kind.SPOT),
                                rate("2026-12-15", "1.25", Kind.SPOT)),
                        Given.SELLER,
                        "test");
        server = new WaterfallServer(db);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void at_spot_rates_the_change_of_the_rate_stands_apart() {
        JsonNode answer = server.json("?rates=SPOT&" + WINDOW);

        // opening (1000 + 500 + 200) * 1.10 + 300, fx 1700 * 0.10, increased 100 * 1.20, won 200 * 1.20
        assertThat(buckets(answer.get("top")))
                .isEqualTo(Map.of(
                        "opening", "2170",
                        "new", "12.01",
                        "increased", "120",
                        "fx", "170",
                        "won", "240",
                        "closing", "2232.01"));
        assertThat(answer.get("currency").asText()).isEqualTo("USD");
        assertThat(answer.at("/checks/violations")).isEmpty();
        assertThat(answer.at("/conversion/policy").asText()).isEqualTo("SPOT");
        assertThat(answer.at("/conversion/rates").findValuesAsText("date"))
                .containsExactlyInAnyOrder("2026-10-01", "2026-11-01");
    }

    @Test
    void at_plan_rates_currency_is_constant() {
        // opening 1700 * 1.15 + 300, increased 100 * 1.15, won 200 * 1.15, new 11.5115
        assertThat(buckets(server.json("?rates=PLAN&" + WINDOW).get("top")))
                .isEqualTo(Map.of(
                        "opening", "2255", "new", "11.51", "increased", "115", "won", "230", "closing", "2151.51"));
    }

    @Test
    void at_the_rates_of_their_close_dates_a_moved_date_brings_another_rate() {
        // fx: 500 * (1.25 - 1.20) put off, 200 * (1.10 - 1.20) won early; increased 100 * 1.25, won 200 * 1.10
        assertThat(buckets(server.json("?rates=TRANSACTION_DATE&" + WINDOW).get("top")))
                .isEqualTo(Map.of(
                        "opening", "2340",
                        "new", "12.01",
                        "increased", "125",
                        "fx", "5",
                        "won", "220",
                        "closing", "2262.01"));
    }

    @Test
    void any_currency_may_be_the_one_of_the_report() {
        // 300 / 1.10 = 272.73 and 300 / 1.20 = 250.00
        assertThat(buckets(server.json("?rates=SPOT&currency=EUR&" + WINDOW).get("top")))
                .isEqualTo(Map.of(
                        "opening", "1972.73",
                        "new", "10.01",
                        "increased", "100",
                        "fx", "-22.73",
                        "won", "200",
                        "closing", "1860.01"));
    }

    @Test
    void without_rates_only_one_currency_counts() {
        assertThat(buckets(server.json("?currency=EUR&" + WINDOW).get("top")))
                .isEqualTo(Map.of(
                        "opening", "1700", "new", "10.01", "increased", "100", "won", "200", "closing", "1610.01"));
    }

    @Test
    void the_effect_of_rates_drills_to_its_deals_and_flows() {
        JsonNode deals = server.json("/deals?bucket=fx&rates=SPOT&" + WINDOW);
        JsonNode links = server.json("/flow?rates=SPOT&" + WINDOW).get("links");

        assertThat(deals.get("items").findValues("part").stream().map(part -> part.get("amount")
                        .decimalValue()
                        .stripTrailingZeros()
                        .toPlainString()))
                .containsExactly("100", "50", "20");
        assertThat(links.findValuesAsText("source")).contains("fx");
    }

    @Test
    void sums_over_several_currencies_and_missing_rates_are_errors_by_name() {
        assertThat(server.get("?" + WINDOW).statusCode()).isEqualTo(422);
        assertThat(server.get("?" + WINDOW).body())
                .startsWith("MIXED_CURRENCIES")
                .contains("rates=PLAN");
        assertThat(server.get("?rates=SPOT&currency=GBP&" + WINDOW).statusCode())
                .isEqualTo(422);
        assertThat(server.get("?rates=SPOT&currency=GBP&" + WINDOW).body()).startsWith("RATE_MISSING");
        assertThat(server.get("?rates=GUESS&" + WINDOW).body()).startsWith("INVALID_PARAMETER: rates");
    }

    private static ExchangeRate rate(String date, String rate, Kind kind) {
        return new ExchangeRate("EUR", "USD", LocalDate.parse(date), new BigDecimal(rate), kind);
    }
}
