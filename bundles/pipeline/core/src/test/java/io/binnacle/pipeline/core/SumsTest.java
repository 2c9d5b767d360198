package io.binnacle.pipeline.core;

import static io.binnacle.pipeline.core.Given.batch;
import static io.binnacle.pipeline.core.Given.deal;
import static io.binnacle.pipeline.core.Given.instant;
import static io.binnacle.pipeline.core.Given.lost;
import static io.binnacle.pipeline.core.Given.money;
import static io.binnacle.pipeline.core.Given.open;
import static io.binnacle.pipeline.core.Given.state;
import static io.binnacle.pipeline.core.Given.team;
import static io.binnacle.pipeline.core.Given.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.api.RevenueHistory.Grouping;
import io.binnacle.pipeline.api.RevenueSeries;
import io.binnacle.pipeline.api.Rollup;
import io.binnacle.pipeline.api.Rollup.Totals;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalQuarter;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Roll-ups and revenue over one hand-made history. */
class SumsTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static ExactRollups rollups;
    private static MonthlyRevenue revenue;

    // North: Mia: Ann won 100 (May) and 30.05 (Jul), has 40 open for Q4; Bob won 20 (May), lost 15 (Aug), has an
    // open deal without an amount. Nobody's deal: 7 open for Q4. South: one deal of 1000 in dollars, won in June.
    @BeforeAll
    static void load() {
        rollups = new ExactRollups(db.database(), db.journal(), db.clock(), Given.SETTINGS);
        revenue = new MonthlyRevenue(db.database(), db.journal(), db.clock(), Given.SETTINGS);
        List<io.binnacle.pipeline.api.PipelineBatch.NodeRecord> nodes = new ArrayList<>(team());
        nodes.add(Given.node("South", NodeKind.REGION, null));
        nodes.add(Given.node("Sue", NodeKind.SELLER, "South"));
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        batch(
                                nodes,
                                deal("1", open("2026-02-01", "Ann", "90 EUR"), won("2026-05-10", "Ann", "100 EUR")),
                                deal("2", open("2026-03-01", "Ann", "30 EUR"), won("2026-07-31", "Ann", "30.05 EUR")),
                                deal("3", open("2026-03-01", "Bob", "20 EUR"), won("2026-05-31", "Bob", "20 EUR")),
                                deal("4", open("2026-03-01", "Bob", "15 EUR"), lost("2026-08-01", "Bob", "15 EUR")),
                                deal("5", state("2026-04-01", "Ann", OpportunityStatus.OPEN, "40 EUR", "2026-12-01")),
                                deal("6", open("2026-04-01", "Bob", null)),
                                deal("7", state("2026-04-01", null, OpportunityStatus.OPEN, "7 EUR", "2026-11-30")),
                                deal(
                                        "8",
                                        state("2026-04-01", "Ann", OpportunityStatus.ON_HOLD, "99 EUR", "2026-12-01")),
                                deal("9", open("2026-04-01", "Sue", "900 USD"), won("2026-06-15", "Sue", "1000 USD"))),
                        Given.SELLER,
                        "import:test",
                        false,
                        Progress.NONE);
    }

    @Test
    void rolls_up_all_time_by_owner_manager_and_region() {
        Rollup rollup = rollups.rollup(Optional.empty(), Optional.of("EUR"), AsOf.LATEST);

        assertThat(rollup.roots()).extracting(Rollup.Node::name).containsExactly("North", "South", "(no owner)");
        assertTotals(rollup.roots().get(0).totals(), 2, "40", 3, "150.05", 1, "15", 1);
        assertTotals(node(rollup, "Ann").totals(), 1, "40", 2, "130.05", 0, "0", 0);
        assertTotals(node(rollup, "Bob").totals(), 1, "0", 1, "20", 1, "15", 1);
        assertTotals(node(rollup, "(no owner)").totals(), 1, "7", 0, "0", 0, "0", 0);
        assertTotals(node(rollup, "South").totals(), 0, "0", 0, "0", 0, "0", 0);
        assertTotals(rollup.total(), 3, "47", 3, "150.05", 1, "15", 1);
    }

    @Test
    void counts_only_what_closes_in_the_quarter() {
        Rollup second = rollups.rollup(quarter("2026-Q2"), Optional.of("EUR"), AsOf.LATEST);
        Rollup fourth = rollups.rollup(quarter("2026-Q4"), Optional.empty(), AsOf.LATEST);

        assertTotals(second.total(), 0, "0", 2, "120", 0, "0", 0);
        assertTotals(fourth.total(), 2, "47", 0, "0", 0, "0", 0);
        assertThat(fourth.period()).contains("2026-Q4");
        assertThat(rollups.quarters()).extracting(FiscalQuarter::name).containsExactly("2026-Q2", "2026-Q3", "2026-Q4");
    }

    @Test
    void never_adds_several_currencies() {
        assertThatThrownBy(() -> rollups.rollup(Optional.empty(), Optional.empty(), AsOf.LATEST))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PipelineError.MIXED_CURRENCIES))
                .hasMessageContaining("EUR, USD");
        assertThatThrownBy(() -> revenue.wonByMonth(Grouping.ALL, Optional.empty(), AsOf.LATEST))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("EUR, USD");
    }

    @Test
    void rolls_up_the_past_as_it_was() {
        // At the end of May deals 1 and 3 are won, 2 and 4 still open with 30 and 15.
        AsOf may = AsOf.validAt(instant("2026-06-01").minusNanos(1000));

        Rollup rollup = rollups.rollup(Optional.empty(), Optional.of("EUR"), may);

        assertTotals(rollup.total(), 5, "92", 2, "120", 0, "0", 1);
        assertTotals(node(rollup, "Ann").totals(), 2, "70", 1, "100", 0, "0", 0);
        assertThat(rollup.asOf()).isEqualTo(new AsOf(may.validAt(), TestClock.START));
    }

    @Test
    void the_journal_and_the_tables_give_the_same_sums_for_now() {
        AsOf now = new AsOf(TestClock.START, TestClock.START);

        for (String period : List.of("", "2026-Q2", "2026-Q3", "2026-Q4")) {
            Optional<FiscalQuarter> quarter = period.isEmpty() ? Optional.empty() : quarter(period);
            Rollup fromTables = rollups.rollup(quarter, Optional.of("EUR"), AsOf.LATEST);
            Rollup fromJournal = rollups.rollup(quarter, Optional.of("EUR"), now);

            assertThat(fromJournal.total().won().isWorth(fromTables.total().won()))
                    .isTrue();
            assertThat(fromJournal.total().open().isWorth(fromTables.total().open()))
                    .isTrue();
            assertThat(fromJournal.total().openCount())
                    .isEqualTo(fromTables.total().openCount());
            assertThat(fromJournal.asOf()).isEqualTo(fromTables.asOf());
        }
        for (Grouping grouping : Grouping.values()) {
            assertThat(revenue.wonByMonth(grouping, Optional.of("EUR"), now))
                    .isEqualTo(revenue.wonByMonth(grouping, Optional.of("EUR"), AsOf.LATEST));
        }
    }

    @Test
    void revenue_goes_from_the_first_to_the_last_month_with_a_win() {
        List<RevenueSeries> all = revenue.wonByMonth(Grouping.ALL, Optional.of("EUR"), AsOf.LATEST);

        assertThat(all).hasSize(1);
        assertThat(all.get(0).start()).isEqualTo(YearMonth.of(2026, 5));
        assertThat(all.get(0).months()).containsExactly(money("120 EUR"), money("0 EUR"), money("30.05 EUR"));
    }

    @Test
    void all_series_of_a_grouping_start_and_end_together() {
        List<RevenueSeries> owners = revenue.wonByMonth(Grouping.OWNER, Optional.of("EUR"), AsOf.LATEST);
        List<RevenueSeries> accounts = revenue.wonByMonth(Grouping.ACCOUNT, Optional.of("EUR"), AsOf.LATEST);

        assertThat(owners).extracting(RevenueSeries::name).containsExactly("Ann", "Bob");
        assertThat(owners.get(0).months()).containsExactly(money("100 EUR"), money("0 EUR"), money("30.05 EUR"));
        assertThat(owners.get(1).months()).containsExactly(money("20 EUR"), money("0 EUR"), money("0 EUR"));
        assertThat(accounts).extracting(RevenueSeries::key).containsExactly("none");
        assertThat(revenue.wonByMonth(Grouping.REGION, Optional.of("USD"), AsOf.LATEST))
                .extracting(RevenueSeries::name)
                .containsExactly("South");
        assertThat(revenue.wonByMonth(Grouping.MANAGER, Optional.of("USD"), AsOf.LATEST))
                .extracting(RevenueSeries::name)
                .containsExactly("(no manager)");
    }

    @Test
    void a_month_that_has_not_ended_is_not_in_the_series() {
        AsOf inMay = AsOf.validAt(instant("2026-05-31"));
        AsOf endOfMay = AsOf.validAt(instant("2026-06-01").minusNanos(1000));

        assertThat(revenue.wonByMonth(Grouping.ALL, Optional.of("EUR"), inMay)).isEmpty();
        assertThat(revenue.wonByMonth(Grouping.ALL, Optional.of("EUR"), endOfMay)
                        .get(0)
                        .months())
                .containsExactly(money("120 EUR"));
    }

    private static Optional<FiscalQuarter> quarter(String name) {
        return Optional.of(FiscalQuarter.parse(name, rollups.calendar()));
    }

    private static Rollup.Node node(Rollup rollup, String name) {
        List<Rollup.Node> all = new ArrayList<>(rollup.roots());
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).children());
        }
        return all.stream().filter(node -> node.name().equals(name)).findFirst().orElseThrow();
    }

    private static void assertTotals(
            Totals totals,
            long openCount,
            String open,
            long wonCount,
            String won,
            long lostCount,
            String lost,
            long unvalued) {
        assertThat(totals.openCount()).isEqualTo(openCount);
        assertThat(totals.open().amount()).isEqualByComparingTo(open);
        assertThat(totals.wonCount()).isEqualTo(wonCount);
        assertThat(totals.won().amount()).isEqualByComparingTo(won);
        assertThat(totals.lostCount()).isEqualTo(lostCount);
        assertThat(totals.lost().amount()).isEqualByComparingTo(lost);
        assertThat(totals.unvalued()).isEqualTo(unvalued);
    }
}
