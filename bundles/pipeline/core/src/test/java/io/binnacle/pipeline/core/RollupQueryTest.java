package io.binnacle.pipeline.core;

import static io.binnacle.pipeline.core.Given.SELLER;
import static io.binnacle.pipeline.core.Given.deal;
import static io.binnacle.pipeline.core.Given.money;
import static io.binnacle.pipeline.core.Given.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.pipeline.api.CreditMode;
import io.binnacle.pipeline.api.CreditShare;
import io.binnacle.pipeline.api.CreditSplit;
import io.binnacle.pipeline.api.ExchangeRate;
import io.binnacle.pipeline.api.ExchangeRate.Kind;
import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyMode;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.api.RatePolicy;
import io.binnacle.pipeline.api.Rollup;
import io.binnacle.pipeline.api.RollupQuery;
import io.binnacle.pipeline.core.credit.StoredCredits;
import io.binnacle.pipeline.core.hierarchy.DatedHierarchies;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.pipeline.core.rates.StoredRates;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Roll-ups converted, by credit, and along hierarchies that have changed, over one hand-made book. */
class RollupQueryTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static ExactRollups rollups;
    private static DatedHierarchies hierarchies;
    private static UUID ann;
    private static UUID bob;

    // Ann has 100.01 EUR open, Bob 200 USD and 10 GBP. Ann's deal is shared 50/50 with Bob: 50.01 and 50.00.
    @BeforeAll
    static void load() {
        rollups = new ExactRollups(db.database(), db.journal(), db.clock(), Given.SETTINGS);
        hierarchies = new DatedHierarchies(db.database(), db.journal(), db.clock(), Given.SETTINGS);
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        Given.batch(
                                Given.team(),
                                deal("1", open("Ann", "100.01 EUR")),
                                deal("2", open("Bob", "200 USD")),
                                deal("3", open("Bob", "10 GBP"))),
                        SELLER,
                        "import:test",
                        false,
                        Progress.NONE);
        ann = node("Ann").id();
        bob = node("Bob").id();
        new StoredRates(db.database(), db.journal(), db.clock())
                .set(
                        List.of(
                                rate("EUR", "USD", "2026-01-01", "1.10", Kind.PLAN),
                                rate("GBP", "USD", "2026-01-01", "1.30", Kind.PLAN),
                                rate("EUR", "USD", "2026-06-01", "1.05", Kind.SPOT),
                                rate("GBP", "USD", "2026-06-01", "1.25", Kind.SPOT)),
                        SELLER,
                        "");
        UUID shared = new JournaledOpportunities(db.database(), db.journal(), db.clock(), Given.SETTINGS.zone())
                .list(OpportunityFilter.ALL, AsOf.LATEST).stream()
                        .filter(found -> found.amount().orElseThrow().currency().equals("EUR"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        CreditShare half = new CreditShare(ann, new BigDecimal("50"));
        CreditSplit split = new CreditSplit(
                shared, List.of(half, new CreditShare(bob, new BigDecimal("50.0"))), List.of(), List.of(), 0);
        new StoredCredits(db.database(), db.journal(), db.clock(), Given.SETTINGS)
                .split(split, Optional.of(LocalDate.parse("2026-10-01")), SELLER, "agreed");
    }

    // 100.01 EUR × 1.10 = 110.011 → 110.01; 10 GBP × 1.30 = 13.00; with 200 USD: 323.01.
    @Test
    void converts_by_plan_rates_and_says_by_which() {
        Rollup rollup = rollups.rollup(query(Optional.of("USD"), Optional.of(RatePolicy.PLAN), CreditMode.OWNER));

        assertThat(rollup.total().open()).isEqualTo(money("323.01 USD"));
        assertThat(rollup.total().openCount()).isEqualTo(3);
        assertThat(node(rollup, "Ann").totals().open()).isEqualTo(money("110.01 USD"));
        assertThat(rollup.conversion().orElseThrow().policy()).isEqualTo(RatePolicy.PLAN);
        assertThat(rollup.conversion().orElseThrow().rates())
                .extracting(used -> used.from() + " " + used.rate())
                .containsExactlyInAnyOrder("EUR 1.10", "GBP 1.30");
    }

    // 100.01 EUR stay; 200 USD / 1.05 = 190.476… → 190.48; 10 GBP × 1.25 / 1.05 = 11.904… → 11.90.
    @Test
    void converts_by_spot_rates_over_the_base_currency() {
        Rollup rollup = rollups.rollup(query(Optional.of("EUR"), Optional.of(RatePolicy.SPOT), CreditMode.OWNER));

        assertThat(rollup.total().open()).isEqualTo(money("302.39 EUR"));
    }

    @Test
    void without_a_policy_several_currencies_are_refused_and_the_way_out_is_told() {
        assertThatThrownBy(() -> rollups.rollup(query(Optional.empty(), Optional.empty(), CreditMode.OWNER)))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PipelineError.MIXED_CURRENCIES))
                .hasMessageContaining("?rates=PLAN");
    }

    @Test
    void credit_is_shared_to_the_cent_and_never_counted_twice_above() {
        Rollup split = rollups.rollup(query(Optional.of("EUR"), Optional.empty(), CreditMode.SPLIT));
        Rollup owner = rollups.rollup(query(Optional.of("EUR"), Optional.empty(), CreditMode.OWNER));

        assertThat(node(split, "Ann").totals().open()).isEqualTo(money("50.01 EUR"));
        assertThat(node(split, "Bob").totals().open()).isEqualTo(money("50.00 EUR"));
        assertThat(node(split, "Mia").totals().open()).isEqualTo(money("100.01 EUR"));
        assertThat(node(split, "Mia").totals().openCount()).isEqualTo(1);
        assertThat(node(owner, "Ann").totals().open()).isEqualTo(money("100.01 EUR"));
        assertThat(split.credit()).isEqualTo(CreditMode.SPLIT);
    }

    @Test
    void before_the_day_of_the_split_the_owner_had_it_all() {
        RollupQuery september = new RollupQuery(
                Optional.empty(),
                Optional.of("EUR"),
                Optional.empty(),
                HierarchyKind.ORG,
                HierarchyMode.AS_WAS,
                CreditMode.SPLIT,
                AsOf.validAt(Instant.parse("2026-09-30T00:00:00Z")));

        assertThat(node(rollups.rollup(september), "Ann").totals().open()).isEqualTo(money("100.01 EUR"));
    }

    @Test
    void a_reorganisation_restates_history_only_when_asked() {
        AsOf before = new AsOf(db.clock().instant(), db.clock().instant());
        HierarchyNode south = hierarchies.create(
                "South", io.binnacle.pipeline.api.NodeKind.REGION, Optional.empty(), Optional.empty(), SELLER, "");
        db.clock().advance(Duration.ofHours(1));
        hierarchies.move(bob, node("Bob").version(), Optional.of(south.id()), Optional.empty(), SELLER, "");
        db.clock().advance(Duration.ofHours(1));

        Rollup was = rollups.rollup(usd(before, HierarchyMode.AS_WAS));
        Rollup is = rollups.rollup(usd(before, HierarchyMode.AS_IS));

        assertThat(node(was, "North").totals().open()).isEqualTo(money("200 USD"));
        assertThat(was.mode()).isEqualTo(HierarchyMode.AS_WAS);
        assertThat(node(is, "North").totals().open().amount()).isZero();
        assertThat(node(is, "South").totals().open()).isEqualTo(money("200 USD"));
        assertThat(is.mode()).isEqualTo(HierarchyMode.AS_IS);
    }

    @Test
    void what_is_placed_nowhere_still_counts_in_the_total() {
        Rollup rollup = rollups.rollup(new RollupQuery(
                Optional.empty(),
                Optional.of("USD"),
                Optional.of(RatePolicy.PLAN),
                HierarchyKind.TERRITORY,
                HierarchyMode.AS_WAS,
                CreditMode.OWNER,
                AsOf.LATEST));

        assertThat(rollup.roots()).extracting(Rollup.Node::name).containsExactly("(no territory)");
        assertThat(rollup.total().open()).isEqualTo(money("323.01 USD"));
    }

    private static RollupQuery usd(AsOf asOf, HierarchyMode mode) {
        return new RollupQuery(
                Optional.empty(),
                Optional.of("USD"),
                Optional.empty(),
                HierarchyKind.ORG,
                mode,
                CreditMode.OWNER,
                asOf);
    }

    private static RollupQuery query(Optional<String> currency, Optional<RatePolicy> rates, CreditMode credit) {
        return new RollupQuery(
                Optional.empty(), currency, rates, HierarchyKind.ORG, HierarchyMode.AS_WAS, credit, AsOf.LATEST);
    }

    private static io.binnacle.pipeline.api.PipelineBatch.DealState open(String owner, String amount) {
        return state("2026-02-01", owner, OpportunityStatus.OPEN, amount, "2026-12-01");
    }

    private static HierarchyNode node(String name) {
        return new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static Rollup.Node node(Rollup rollup, String name) {
        return rollup.roots().stream()
                .flatMap(RollupQueryTest::withAllBelow)
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Rollup.Node> withAllBelow(Rollup.Node node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(RollupQueryTest::withAllBelow));
    }

    private static ExchangeRate rate(String from, String to, String date, String rate, Kind kind) {
        return new ExchangeRate(from, to, LocalDate.parse(date), new BigDecimal(rate), kind);
    }
}
