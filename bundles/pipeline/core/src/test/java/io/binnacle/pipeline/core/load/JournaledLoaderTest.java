package io.binnacle.pipeline.core.load;

import static io.binnacle.pipeline.core.Given.batch;
import static io.binnacle.pipeline.core.Given.deal;
import static io.binnacle.pipeline.core.Given.json;
import static io.binnacle.pipeline.core.Given.lost;
import static io.binnacle.pipeline.core.Given.money;
import static io.binnacle.pipeline.core.Given.node;
import static io.binnacle.pipeline.core.Given.open;
import static io.binnacle.pipeline.core.Given.ref;
import static io.binnacle.pipeline.core.Given.team;
import static io.binnacle.pipeline.core.Given.won;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.NodeRecord;
import io.binnacle.pipeline.api.PipelineBatch.TargetRecord;
import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.api.PipelineLoader.Count;
import io.binnacle.pipeline.api.PipelineLoader.Outcome;
import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.StoredAccounts;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournaledLoaderTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static int number;

    private final JournaledLoader loader = new JournaledLoader(db.database(), db.journal(), db.clock());
    private final JournaledOpportunities opportunities =
            new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);

    @BeforeEach
    void the_clock_stands_at_its_start() {
        db.clock().set(TestClock.START);
        number++;
    }

    @Test
    void a_second_load_changes_nothing() {
        PipelineBatch batch =
                batch(team(), deal("again", open("2026-03-01", "Ann", null), won("2026-05-01", "Ann", "100 EUR")));

        Outcome first = load(batch);
        Position head = db.journal().head();
        Outcome second = load(batch);

        assertThat(first.counts().get("opportunity")).isEqualTo(new Count(1, 0, 0));
        assertThat(second.counts().get("opportunity")).isEqualTo(new Count(0, 0, 1));
        assertThat(second.counts().get("node")).isEqualTo(new Count(0, 0, 4));
        assertThat(second.events()).isZero();
        assertThat(db.journal().head()).isEqualTo(head);
    }

    @Test
    void each_state_of_a_new_deal_holds_from_its_own_time() {
        load(batch(
                team(),
                deal(
                        "lived",
                        open("2026-03-01", "Ann", null),
                        open("2026-04-01", "Bob", "90 EUR"),
                        won("2026-05-01", "Bob", "100 EUR"))));
        Opportunity now = named("lived");

        assertThat(now.status()).isEqualTo(OpportunityStatus.WON);
        assertThat(now.version()).isEqualTo(3);
        assertThat(now.externalRefs()).containsExactly(ref("deal", "lived"));
        assertThat(at(now, "2026-02-28")).isEmpty();
        assertThat(at(now, "2026-03-15").orElseThrow().amount()).isEmpty();
        assertThat(at(now, "2026-04-15").orElseThrow().amount()).contains(money("90 EUR"));
        assertThat(at(now, "2026-06-01")).contains(now);
    }

    @Test
    void a_deal_that_went_on_gets_only_what_is_new() {
        load(batch(team(), deal("going on", open("2026-03-01", "Ann", "80 EUR"))));
        db.clock().advance(Duration.ofHours(1));

        Outcome outcome = load(batch(
                team(), deal("going on", open("2026-03-01", "Ann", "80.00 EUR"), won("2026-06-01", "Ann", "85 EUR"))));

        assertThat(outcome.counts().get("opportunity")).isEqualTo(new Count(0, 1, 0));
        assertThat(outcome.events()).isEqualTo(1);
        Opportunity now = named("going on");
        assertThat(now.amount()).contains(money("85 EUR"));
        assertThat(at(now, "2026-05-01").orElseThrow().amount()).contains(money("80 EUR"));
        assertThat(opportunities.find(now.id(), AsOf.validAt(db.clock().instant())))
                .contains(now);
    }

    @Test
    void the_source_correcting_an_early_state_does_not_touch_later_ones() {
        load(batch(
                team(), deal("corrected", open("2026-03-01", "Ann", "80 EUR"), lost("2026-06-01", "Ann", "85 EUR"))));
        db.clock().advance(Duration.ofHours(1));

        load(batch(
                team(), deal("corrected", open("2026-03-01", "Bob", "70 EUR"), lost("2026-06-01", "Bob", "85 EUR"))));

        Opportunity now = named("corrected");
        assertThat(now.amount()).contains(money("85 EUR"));
        assertThat(now.status()).isEqualTo(OpportunityStatus.LOST);
        assertThat(now.owner()).contains(nodeId("Bob"));
        assertThat(at(now, "2026-04-01").orElseThrow().amount()).contains(money("70 EUR"));
        assertThat(opportunities.find(now.id(), AsOf.validAt(db.clock().instant())))
                .contains(now);
    }

    @Test
    void what_the_source_does_not_know_stays_as_a_person_set_it() {
        load(batch(team(), deal("annotated", open("2026-03-01", "Ann", "80 EUR"))));
        Opportunity before = named("annotated");
        opportunities.change(
                before.id(), before.version(), json("{'nextStep': 'call'}"), Optional.empty(), Given.SELLER, "");
        db.clock().advance(Duration.ofHours(1));

        load(batch(
                team(), deal("annotated", open("2026-03-01", "Ann", "80 EUR"), open("2026-06-01", "Ann", "95 EUR"))));

        Opportunity now = named("annotated");
        assertThat(now.nextStep()).contains("call");
        assertThat(now.amount()).contains(money("95 EUR"));
    }

    @Test
    void what_the_source_tells_anew_holds_now_even_when_it_is_dated_back() {
        load(batch(team(), deal("dated back", open("2026-06-01", "Ann", "80 EUR"))));
        db.clock().advance(Duration.ofHours(1));

        load(batch(team(), deal("dated back", won("2026-05-20", "Ann", "80 EUR"))));

        Opportunity now = named("dated back");
        assertThat(now.status()).isEqualTo(OpportunityStatus.WON);
        assertThat(opportunities.find(now.id(), AsOf.validAt(db.clock().instant())))
                .contains(now);
    }

    @Test
    void a_dry_run_reports_the_same_and_leaves_nothing() {
        Position head = db.journal().head();
        List<NodeRecord> nodes = List.of(node("Dry " + number, NodeKind.REGION, null));
        PipelineBatch batch = batch(nodes, deal("dry", open("2026-03-01", "Dry " + number, "1 EUR")));

        Outcome dry = loader.load(batch, Given.SELLER, "import:test", true, Progress.NONE);

        assertThat(db.journal().head()).isEqualTo(head);
        assertThat(opportunities.list(OpportunityFilter.ALL, AsOf.LATEST))
                .noneMatch(deal -> deal.externalRefs().contains(ref("deal", "dry")));
        assertThat(load(batch)).isEqualTo(dry);
    }

    @Test
    void a_dry_run_leaves_the_callers_own_work_alone() {
        db.database().useTransaction(handle -> {
            opportunities.create(json("{'name': 'Mine', 'stage': 'Own work'}"), Given.SELLER, "");
            loader.load(
                    batch(team(), deal("dry inside", open("2026-03-01", "Ann", "1 EUR"))),
                    Given.SELLER,
                    "import:test",
                    true,
                    Progress.NONE);
        });

        assertThat(opportunities.list(OpportunityFilter.ALL, AsOf.LATEST))
                .anyMatch(deal -> deal.stage().equals("Own work"))
                .noneMatch(deal -> deal.externalRefs().contains(ref("deal", "dry inside")));
    }

    @Test
    void a_record_that_names_something_unknown_keeps_everything_out() {
        Position head = db.journal().head();

        assertFails(
                batch(team(), deal("lonely", open("2026-03-01", "Nobody", "1 EUR"))),
                PipelineError.UNKNOWN_REFERENCE,
                "Nobody");
        assertThat(db.journal().head()).isEqualTo(head);
    }

    @Test
    void accounts_below_themselves_are_refused_by_name() {
        List<AccountRecord> accounts =
                List.of(account("A", "B"), account("B", "C"), account("C", "A"), account("D", "A"));

        assertFails(
                new PipelineBatch(List.of(), accounts, List.of(), List.of(), List.of()),
                PipelineError.ACCOUNT_CYCLE,
                "A → B → C");
    }

    @Test
    void a_circle_through_what_was_there_before_is_refused_too() {
        load(new PipelineBatch(
                List.of(), List.of(account("Top", null), account("Sub", "Top")), List.of(), List.of(), List.of()));

        assertFails(
                new PipelineBatch(List.of(), List.of(account("Top", "Sub")), List.of(), List.of(), List.of()),
                PipelineError.ACCOUNT_CYCLE,
                "Sub");
    }

    @Test
    void a_record_that_stands_twice_is_refused() {
        DealHistory deal = deal("twice", open("2026-03-01", "Ann", "1 EUR"));

        assertFails(batch(team(), deal, deal), PlatformError.CONFLICT, "'twice' twice");
    }

    @Test
    void a_state_that_breaks_a_rule_is_refused_by_name() {
        DealHistory deal = deal("broken", Given.state("2026-03-01", "Ann", OpportunityStatus.WON, "1 EUR", null));

        assertFails(batch(team(), deal), PipelineError.INVALID_OPPORTUNITY, "closeDate is needed");
    }

    @Test
    void a_new_name_and_a_new_parent_are_changes_of_the_same_node() {
        load(batch(List.of(node("East", NodeKind.REGION, null), node("Carl", NodeKind.SELLER, "East"))));
        load(batch(List.of(node("West", NodeKind.REGION, null))));
        db.clock().advance(Duration.ofHours(1));
        NodeRecord moved =
                new NodeRecord(ref("node", "Carl"), "Carl B.", NodeKind.SELLER, Optional.of(ref("node", "West")));

        Outcome outcome = load(batch(List.of(moved)));

        assertThat(outcome.counts().get("node")).isEqualTo(new Count(0, 1, 0));
        HierarchyNode carl = new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.name().equals("Carl B."))
                        .findFirst()
                        .orElseThrow();
        assertThat(carl.version()).isEqualTo(2);
        assertThat(carl.parent()).contains(nodeId("West"));
    }

    @Test
    void targets_are_kept_by_node_metric_and_quarter() {
        TargetRecord target = new TargetRecord(ref("node", "Ann"), Target.Metric.BOOKED, "2026-Q4", money("500 EUR"));
        TargetRecord higher = new TargetRecord(ref("node", "Ann"), Target.Metric.BOOKED, "2026-Q4", money("600 EUR"));

        load(new PipelineBatch(team(), List.of(), List.of(), List.of(), List.of(target)));
        db.clock().advance(Duration.ofHours(1));
        Outcome again = load(new PipelineBatch(List.of(), List.of(), List.of(), List.of(), List.of(target)));
        Outcome raised = load(new PipelineBatch(List.of(), List.of(), List.of(), List.of(), List.of(higher)));

        assertThat(again.counts().get("target")).isEqualTo(new Count(0, 0, 1));
        assertThat(raised.counts().get("target")).isEqualTo(new Count(0, 1, 0));
        List<Target> targets = db.database().read(handle -> Tables.TARGETS.all(handle, "t.id"));
        assertThat(targets).extracting(Target::amount).containsExactly(money("600 EUR"));
    }

    @Test
    void progress_goes_up_to_a_hundred() {
        List<Integer> percents = new ArrayList<>();

        loader.load(
                batch(team(), deal("progress", open("2026-03-01", "Ann", "1 EUR"))),
                Given.SELLER,
                "import:test",
                false,
                (percent, message) -> percents.add(percent));

        assertThat(percents).isSorted().endsWith(100);
    }

    @Test
    void names_with_quotes_commas_and_line_breaks_come_in_to_the_letter() {
        String name = "O'Neil, \"Sons\"\n& Töchter \\N";
        load(new PipelineBatch(
                List.of(),
                List.of(new AccountRecord(
                        ref("account", name), name, Optional.empty(), Optional.of(""), Optional.empty())),
                List.of(),
                List.of(),
                List.of()));

        assertThat(new StoredAccounts(db.database()).all()).anySatisfy(account -> {
            assertThat(account.name()).isEqualTo(name);
            assertThat(account.industry()).contains("");
            assertThat(account.externalRefs()).containsExactly(ref("account", name));
        });
    }

    @Test
    void the_journal_says_who_loaded_what() {
        load(batch(team(), deal("by whom", open("2026-03-01", "Ann", "1 EUR"))));

        assertThat(opportunities.history(named("by whom").id()))
                .extracting(Event::actor, Event::cause, Event::validTime)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ann", "import:test", Given.instant("2026-03-01")));
    }

    private Outcome load(PipelineBatch batch) {
        return loader.load(batch, Given.SELLER, "import:test", false, Progress.NONE);
    }

    private void assertFails(PipelineBatch batch, ErrorCode code, String text) {
        assertThatThrownBy(() -> load(batch))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(code))
                .hasMessageContaining(text);
    }

    private Opportunity named(String id) {
        return opportunities.list(OpportunityFilter.ALL, AsOf.LATEST).stream()
                .filter(deal -> deal.externalRefs().contains(ref("deal", id)))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Opportunity> at(Opportunity deal, String day) {
        return opportunities.find(deal.id(), AsOf.validAt(Given.instant(day)));
    }

    private static java.util.UUID nodeId(String name) {
        return new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.externalRefs().contains(ref("node", name)))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    private static AccountRecord account(String name, String parent) {
        return new AccountRecord(
                ref("account", name),
                name,
                Optional.ofNullable(parent).map(id -> ref("account", id)),
                Optional.empty(),
                Optional.empty());
    }
}
