package io.binnacle.pipeline.core.metrics;

import static io.binnacle.pipeline.core.Given.SELLER;
import static io.binnacle.pipeline.core.Given.batch;
import static io.binnacle.pipeline.core.Given.node;
import static io.binnacle.pipeline.core.Given.ref;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.api.metrics.Ageing;
import io.binnacle.pipeline.api.metrics.Commits;
import io.binnacle.pipeline.api.metrics.Conversion;
import io.binnacle.pipeline.api.metrics.Coverage;
import io.binnacle.pipeline.api.metrics.DealMetrics;
import io.binnacle.pipeline.api.metrics.Segment;
import io.binnacle.pipeline.api.metrics.SizeBand;
import io.binnacle.pipeline.api.metrics.Slip;
import io.binnacle.pipeline.api.metrics.Velocity;
import io.binnacle.pipeline.api.qualification.Element;
import io.binnacle.pipeline.api.qualification.Proof;
import io.binnacle.pipeline.api.qualification.Rating;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.JournaledTargets;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.pipeline.core.qualification.JournaledQualifications;
import io.binnacle.pipeline.core.qualification.QualificationSettings;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalQuarter;
import io.binnacle.platform.testkit.TestDatabase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The vectors of the product description (6.3) and hand arithmetic, each over the deals of a seller of its own. */
class RecordedMetricsTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final FiscalQuarter Q4 = Given.SETTINGS.calendar().quarter(2026, 4);
    private static final MetricsSettings SETTINGS = new MetricsSettings(
            new MetricsSettings.Limits(new BigDecimal(25_000), new BigDecimal(250_000), 60, 20, true, 365, 4));

    private static RecordedMetrics metrics;
    private static JournaledQualifications qualifications;

    @BeforeAll
    static void load() {
        List<DealHistory> deals = new ArrayList<>();
        coverage(deals);
        velocity(deals);
        conversion(deals);
        ageing(deals);
        List<NodeRecord> nodes = List.of(
                seller("Cora"),
                seller("Vera"),
                seller("Ken"),
                seller("Abe"),
                seller("Cid"),
                node("All", NodeKind.REGION, null));
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(batch(nodes, deals.toArray(DealHistory[]::new)), SELLER, "test", false, Progress.NONE);
        new JournaledTargets(db.database(), db.journal(), db.clock(), Given.SETTINGS)
                .set(id("Cora"), Target.Metric.BOOKED, "2026-Q4", Given.money("2000000 USD"), SELLER, "");
        QualificationSettings weights = new QualificationSettings(new int[] {15, 15, 10, 10, 10, 15, 15, 10}, 60);
        qualifications = new JournaledQualifications(db.database(), db.journal(), db.clock(), Given.SETTINGS, weights);
        metrics =
                new RecordedMetrics(db.database(), db.journal(), db.clock(), Given.SETTINGS, SETTINGS, qualifications);
    }

    // Today is the fifth week of the quarter. In the fifth week of the last one 1,000k were open, of which 320k were
    // won.
    private static void coverage(List<DealHistory> deals) {
        deals.add(Given.deal(
                "won",
                open("2026-09-01", "Cora", "650000 USD", "A", "2026-10-20"),
                won("2026-10-20", "Cora", "650000 USD")));
        deals.add(Given.deal("open", open("2026-10-02", "Cora", "890000 USD", "A", "2026-12-15")));
        deals.add(Given.deal(
                "good",
                open("2026-06-01", "Cora", "300000 USD", "A", "2026-09-10"),
                won("2026-09-10", "Cora", "320000 USD")));
        deals.add(Given.deal(
                "bad",
                open("2026-06-01", "Cora", "700000 USD", "A", "2026-09-20"),
                lost("2026-09-20", "Cora", "700000 USD")));
    }

    // 40 open; 2 won after 80 days at 50k on average, 6 lost.
    private static void velocity(List<DealHistory> deals) {
        for (int i = 0; i < 40; i++) {
            deals.add(Given.deal("v" + i, open("2026-10-02", "Vera", "1000 USD", "A", "2027-01-15")));
        }
        deals.add(Given.deal("v-won-1", won("2026-03-26", "Vera", "40000 USD")));
        deals.add(Given.deal("v-won-2", won("2026-03-26", "Vera", "60000 USD")));
        for (int i = 0; i < 6; i++) {
            deals.add(Given.deal("v-lost-" + i, lost("2026-04-0" + (i + 1), "Vera", "9 USD")));
        }
    }

    // 10 entered Qualify on 1 September; 5 went on after 10 days, 3 were lost after 20, 2 are there still.
    private static void conversion(List<DealHistory> deals) {
        for (int i = 0; i < 10; i++) {
            DealState entered = open("2026-09-01", "Ken", "100 USD", "Qualify", "2026-12-15");
            DealState next = i < 5
                    ? open("2026-09-11", "Ken", "100 USD", "Propose", "2026-12-15")
                    : lost("2026-09-21", "Ken", "100 USD");
            deals.add(i < 8 ? Given.deal("k" + i, entered, next) : Given.deal("k" + i, entered));
        }
    }

    // 20 deals were won after 1, 2, … 20 days in Trial. One is there for 16 days and was pushed from November to
    // January; one for 32 days, of which it was on hold for 20.
    private static void ageing(List<DealHistory> deals) {
        for (int i = 1; i <= 20; i++) {
            String end = LocalDate.of(2026, 2, 1).plusDays(i).toString();
            deals.add(Given.deal(
                    "a" + i, open("2026-02-01", "Abe", "100 USD", "Trial", end), won(end, "Abe", "100 USD")));
        }
        deals.add(Given.deal(
                "slow",
                open("2026-10-01", "Abe", "100 USD", "Start", "2026-11-20"),
                open("2026-10-17", "Abe", "100 USD", "Trial", "2027-01-10")));
        deals.add(Given.deal(
                "held",
                open("2026-10-01", "Abe", "100 USD", "Trial", "2026-12-20"),
                state("2026-10-05", "Abe", OpportunityStatus.ON_HOLD, "100 USD", "Trial", "2026-12-20"),
                open("2026-10-25", "Abe", "100 USD", "Trial", "2026-12-10")));
    }

    @Test
    void coverage_is_told_in_three_definitions_that_are_those_of_the_vector() {
        Coverage coverage = metrics.coverage(Optional.of(id("Cora")), Q4, Optional.empty(), AsOf.LATEST);

        assertThat(coverage.attainment()).contains(.325);
        assertThat(coverage.gap()).isEqualTo(Given.money("1350000 USD"));
        assertThat(coverage.onGap()).contains(0.6592592592592592);
        assertThat(coverage.onQuota()).contains(.445);
        Coverage.Requirement needed = coverage.requirement().orElseThrow();
        assertThat(needed.basis()).isEqualTo(Coverage.Basis.FORMER_PERIODS);
        assertThat(needed.week()).isEqualTo(5);
        assertThat(needed.n()).isEqualTo(2);
        assertThat(needed.conversion()).isEqualTo(.32);
        assertThat(needed.multiple()).isEqualTo(3.125);
        assertThat(needed.required().amount()).isEqualByComparingTo("4218750");
        assertThat(needed.toCreate().amount()).isEqualByComparingTo("3328750");
        // The deals that were won took 288 and 248 days; 59 are left.
        assertThat(needed.cycleDays()).contains(268.0);
        assertThat(needed.daysLeft()).isEqualTo(59);
        assertThat(needed.tooLate()).isTrue();
    }

    @Test
    void a_given_conversion_takes_the_place_of_experience() {
        Coverage.Requirement needed = metrics.coverage(
                        Optional.of(id("Cora")), Q4, Optional.of(new BigDecimal("0.5")), AsOf.LATEST)
                .requirement()
                .orElseThrow();

        assertThat(needed.basis()).isEqualTo(Coverage.Basis.GIVEN);
        assertThat(needed.required().amount()).isEqualByComparingTo("2700000");
    }

    @Test
    void coverage_of_a_target_that_was_not_known_yet_is_refused_by_name() {
        AsOf earlier = AsOf.validAt(Given.instant("2026-10-01"));

        assertThatThrownBy(() -> metrics.coverage(Optional.of(id("Cora")), Q4, Optional.empty(), earlier))
                .hasMessageContaining("no booking target for 2026-Q4");
    }

    @Test
    void velocity_is_that_of_the_vector_with_its_parts() {
        Velocity velocity = metrics.velocity(of("Vera"), Optional.empty(), Optional.empty(), AsOf.LATEST);

        assertThat(velocity.open()).isEqualTo(40);
        assertThat(velocity.winRate()).contains(.25);
        assertThat(velocity.averageDeal().orElseThrow().amount()).isEqualByComparingTo("50000");
        assertThat(velocity.cycleDays()).contains(80.0);
        assertThat(velocity.perDay().orElseThrow().amount()).isEqualByComparingTo("6250");
    }

    @Test
    void conversion_is_told_naively_resolved_and_censored() {
        Conversion conversion = metrics.conversion(of("Ken"), Optional.empty(), AsOf.LATEST);

        Conversion.Stage qualify = stage(conversion, "Qualify");
        assertThat(qualify.entered()).isEqualTo(10);
        assertThat(qualify.naive()).isEqualTo(.5);
        assertThat(qualify.resolved()).contains(.625);
        assertThat(qualify.order()).isEqualTo(Conversion.Order.OBSERVED);
        // The two open ones were seen for longer than the others took, so they lower the estimate as non-leavers.
        assertThat(qualify.censored().value()).isCloseTo(.5, within(1e-12));
        assertThat(stage(conversion, "Propose").open()).isEqualTo(5);
        assertThat(stage(conversion, "Propose").resolved()).isEmpty();
    }

    @Test
    void conversion_as_of_a_day_sees_what_had_happened_by_then() {
        AsOf day = AsOf.validAt(Given.instant("2026-09-15"));

        Conversion.Stage qualify = stage(metrics.conversion(of("Ken"), Optional.empty(), day), "Qualify");

        assertThat(qualify.reached()).isEqualTo(5);
        assertThat(qualify.lost()).isZero();
        assertThat(qualify.open()).isEqualTo(5);
    }

    @Test
    void a_deal_is_stalled_beyond_the_third_quartile_of_won_deals_without_its_days_on_hold() {
        // Type 7: the 75th percentile of 1 to 20 is 15.25.
        assertThat(deal("2027-01-10").ageing()).contains(new Ageing(301, 16, 15.25, Ageing.Basis.WON_P75, 20, true));
        assertThat(deal("2026-12-10").ageing()).contains(new Ageing(301, 12, 15.25, Ageing.Basis.WON_P75, 20, false));
    }

    @Test
    void too_few_won_deals_leave_the_limit_to_the_tenants_setting() {
        Segment cora = of("Cora");

        Ageing ageing = metrics.deals(cora, AsOf.LATEST).get(0).ageing().orElseThrow();

        assertThat(ageing.basis()).isEqualTo(Ageing.Basis.DEFAULT);
        assertThat(ageing.limitDays()).isEqualTo(60);
        assertThat(ageing.n()).isEqualTo(2);
    }

    @Test
    void slip_counts_pushes_over_months_and_no_pull_ins() {
        assertThat(deal("2027-01-10").slip()).contains(new Slip(1, 51, 51));
        assertThat(deal("2026-12-10").slip()).contains(new Slip(0, 0, -10));
        assertThat(metrics.health(of("Abe"), AsOf.LATEST).pushed()).isEqualTo(1);
        assertThat(metrics.health(of("Abe"), AsOf.LATEST).stalled()).isEqualTo(1);
    }

    @Test
    void commits_that_their_qualification_does_not_carry_are_counted_and_valued() {
        JournaledOpportunities opportunities =
                new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);
        String fields = "{'name': 'A', 'stage': 'A', 'category': 'COMMIT', 'closeDate': '2026-12-10', 'owner': '"
                + id("Cid") + "', 'amount': {'amount': 70, 'currency': 'USD'}}";
        opportunities.create(Given.json(fields), SELLER, "");
        UUID qualified = opportunities.create(Given.json(fields), SELLER, "").id();
        Proof proof = new Proof("said so", Optional.empty(), Proof.Source.CUSTOMER, LocalDate.parse("2026-11-01"));
        Map<Element, Rating> ratings = Stream.of(Element.values())
                .collect(Collectors.toMap(element -> element, element -> new Rating(2, List.of(proof))));
        qualifications.rate(qualified, 0, ratings, SELLER, "");

        Commits commits = metrics.commits(of("Cid"), Optional.empty(), AsOf.LATEST);

        assertThat(commits.n()).isEqualTo(2);
        assertThat(commits.amount().amount()).isEqualByComparingTo("140");
        assertThat(commits.belowGate()).isEqualTo(1);
        assertThat(commits.amountBelowGate().amount()).isEqualByComparingTo("70");
    }

    @Test
    void a_segment_keeps_to_its_size_band() {
        Segment large = new Segment(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(SizeBand.LARGE));

        assertThat(metrics.deals(large, AsOf.LATEST)).singleElement().satisfies(deal -> assertThat(deal.sizeBand())
                .isEqualTo(SizeBand.LARGE));
    }

    @Test
    void a_node_that_does_not_exist_is_named() {
        UUID nobody = new UUID(0, 1);

        assertThatThrownBy(() -> metrics.health(
                        new Segment(Optional.empty(), Optional.of(nobody), Optional.empty(), Optional.empty()),
                        AsOf.LATEST))
                .hasMessageContaining(nobody.toString());
    }

    private static DealMetrics deal(String closeDate) {
        return metrics.deals(of("Abe"), AsOf.LATEST).stream()
                .filter(deal -> deal.closeDate().equals(Optional.of(LocalDate.parse(closeDate))))
                .findFirst()
                .orElseThrow();
    }

    private static Conversion.Stage stage(Conversion conversion, String name) {
        return conversion.stages().stream()
                .filter(stage -> stage.stage().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Segment of(String seller) {
        return new Segment(Optional.empty(), Optional.of(id(seller)), Optional.empty(), Optional.empty());
    }

    private static UUID id(String seller) {
        return new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.name().equals(seller))
                        .map(HierarchyNode::id)
                        .findFirst()
                        .orElseThrow();
    }

    private static NodeRecord seller(String name) {
        return node(name, NodeKind.SELLER, "All");
    }

    private static DealState open(String since, String owner, String amount, String stage, String closeDate) {
        return state(since, owner, OpportunityStatus.OPEN, amount, stage, closeDate);
    }

    private static DealState won(String on, String owner, String amount) {
        return Given.won(on, owner, amount);
    }

    private static DealState lost(String on, String owner, String amount) {
        return Given.lost(on, owner, amount);
    }

    private static DealState state(
            String since, String owner, OpportunityStatus status, String amount, String stage, String closeDate) {
        return new DealState(
                Given.instant(since),
                "A deal",
                Optional.empty(),
                Optional.of(ref("node", owner)),
                Optional.empty(),
                stage,
                status,
                ForecastCategory.PIPELINE,
                Optional.of(Given.money(amount)),
                Optional.of(LocalDate.parse(closeDate)),
                LocalDate.parse("2026-01-05"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
