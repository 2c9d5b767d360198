package io.binnacle.planning.core;

import static io.binnacle.planning.core.PlanSamples.BANK;
import static io.binnacle.planning.core.PlanSamples.content;
import static io.binnacle.planning.core.PlanSamples.vision;
import static io.binnacle.planning.core.PlanSamples.withExecutiveOwner;
import static io.binnacle.planning.core.PlanSamples.withOpportunities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.binnacle.planning.api.Plan;
import io.binnacle.planning.api.PlanContent;
import io.binnacle.planning.api.PlanDiff;
import io.binnacle.planning.api.PlanError;
import io.binnacle.planning.api.PlanRevision;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournaledPlansTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("planning");

    private static final Principal ANA = new Principal("ana", Role.SELLER);

    private final Pipeline pipeline = new Pipeline();
    private JournaledStakeholders stakeholders;
    private JournaledPlans plans;
    private UUID account;

    @BeforeEach
    void account() {
        stakeholders = new JournaledStakeholders(
                db.database(), db.journal(), db.clock(), pipeline.accounts(), () -> "planning");
        plans = new JournaledPlans(
                db.database(),
                db.journal(),
                db.clock(),
                pipeline.accounts(),
                pipeline.opportunities(),
                stakeholders,
                () -> "planning");
        account = pipeline.account("Meridian Bank", Optional.empty());
    }

    @Test
    void begins_with_revision_1() {
        Plan plan = plans.create(account, "FY2027", BANK, ANA, "first draft");

        assertThat(plan.revision()).isEqualTo(1);
        assertThat(plan.latest())
                .isEqualTo(new PlanRevision(
                        plan.id(),
                        1,
                        Optional.empty(),
                        CanonicalContent.of(BANK).hash(),
                        "ana",
                        "first draft",
                        db.clock().instant(),
                        BANK));
        assertThat(plans.find(plan.id())).contains(plan);
        assertThat(plans.list(Optional.of(account))).containsExactly(plan);
        assertThat(plans.list(Optional.empty())).contains(plan);
        assertThat(plans.list(Optional.of(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void there_is_one_plan_for_an_account_and_horizon() {
        Plan plan = plans.create(account, "FY2027", BANK, ANA, "first draft");

        assertThatThrownBy(() -> plans.create(account, "FY2027", vision("Another"), ANA, "again"))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PlanError.PLAN_EXISTS))
                .hasMessageContaining(plan.id().toString());
        assertThat(plans.create(account, "FY2028", vision("Another"), ANA, "next year"))
                .isNotNull();
    }

    @Test
    void each_save_is_the_next_revision_and_names_the_hash_of_the_one_before() {
        Plan plan = plans.create(account, "FY2027", vision("One"), ANA, "first");
        plans.save(plan.id(), 1, vision("Two"), ANA, "second");

        Plan third = plans.save(plan.id(), 2, vision("Three"), new Principal("ben", Role.MANAGER), "third");

        List<PlanRevision> revisions = plans.revisions(plan.id());
        assertThat(third).isEqualTo(plans.find(plan.id()).orElseThrow());
        assertThat(revisions).extracting(PlanRevision::number).containsExactly(1L, 2L, 3L);
        assertThat(revisions).extracting(PlanRevision::author).containsExactly("ana", "ana", "ben");
        assertThat(revisions)
                .extracting(PlanRevision::parentHash)
                .containsExactly(
                        Optional.empty(),
                        Optional.of(revisions.get(0).contentHash()),
                        Optional.of(revisions.get(1).contentHash()));
        assertThat(plans.revision(plan.id(), 2)).contains(revisions.get(1));
        assertThat(plans.revision(plan.id(), 4)).isEmpty();
    }

    @Test
    void saving_what_the_plan_says_already_makes_no_revision() {
        Plan plan = plans.create(account, "FY2027", BANK, ANA, "first");
        PlanContent same = content("""
                {"objectives": [{"key": "O1", "statement": "Keep customers",
                   "kpi": {"unit": "%", "name": "Churn", "baseline": 12.50, "target": 5.0}}],
                 "vision": "The first bank without branches", "ambition": {"amount": 2e6, "currency": "EUR"}}
                """);

        assertThat(plans.save(plan.id(), 1, same, ANA, "nothing new")).isEqualTo(plan);
        assertThat(db.journal().history(new EntityRef("plan", plan.id()))).hasSize(1);
    }

    @Test
    void a_copy_that_is_no_longer_the_latest_cannot_be_saved() {
        Plan plan = plans.create(account, "FY2027", vision("One"), ANA, "first");
        plans.save(plan.id(), 1, vision("Two"), ANA, "second");

        assertThatThrownBy(() -> plans.save(plan.id(), 1, vision("Other two"), ANA, "too late"))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PlatformError.STALE_VERSION));
        assertThat(plans.revisions(plan.id())).hasSize(2);
    }

    @Test
    void of_many_who_save_the_same_copy_at_once_one_wins() throws Exception {
        Plan plan = plans.create(account, "FY2027", vision("One"), ANA, "first");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> savers = Stream.of("A", "B", "C", "D", "E", "F", "G", "H")
                    .<Callable<Boolean>>map(vision -> () -> saves(plan, vision))
                    .toList();
            long winners = 0;
            for (Future<Boolean> saved : threads.invokeAll(savers)) {
                winners += saved.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(plans.find(plan.id()).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void restoring_saves_an_earlier_content_as_a_new_revision() {
        Plan plan = plans.create(account, "FY2027", BANK, ANA, "first");
        plans.save(plan.id(), 1, vision("Two"), ANA, "second");

        Plan restored = plans.restore(plan.id(), 2, 1, ANA, "the first was right");

        assertThat(restored.revision()).isEqualTo(3);
        assertThat(restored.latest().content()).isEqualTo(BANK);
        assertThat(restored.latest().contentHash())
                .isEqualTo(plan.latest().contentHash())
                .isEqualTo(CanonicalContent.of(BANK).hash());
        assertThat(restored.latest().reason()).isEqualTo("the first was right");
        assertThat(code(() -> plans.restore(plan.id(), 3, 9, ANA, "none"))).isEqualTo(PlanError.REVISION_NOT_FOUND);
    }

    @Test
    void tells_what_changed_between_two_revisions() {
        Plan plan = plans.create(account, "FY2027", BANK, ANA, "first");
        plans.save(plan.id(), 1, vision("The first bank without branches"), ANA, "second");

        PlanDiff diff = plans.diff(plan.id(), 1, 2);

        assertThat(diff.entries())
                .extracting(entry -> entry.kind() + " " + entry.path())
                .containsExactly("REMOVE /ambition", "REMOVE /objectives/O1");
        assertThat(plans.diff(plan.id(), 2, 1).entries())
                .extracting(entry -> entry.kind() + " " + entry.path())
                .containsExactly("ADD /ambition", "ADD /objectives/O1");
        assertThat(code(() -> plans.diff(plan.id(), 1, 3))).isEqualTo(PlanError.REVISION_NOT_FOUND);
        assertThat(code(() -> plans.diff(UUID.randomUUID(), 1, 2))).isEqualTo(PlanError.PLAN_NOT_FOUND);
    }

    @Test
    void the_journal_can_say_at_any_time_what_the_plan_said() {
        Instant begin = db.clock().instant();
        Plan plan = plans.create(account, "FY2027", BANK, ANA, "first");
        db.clock().advance(Duration.ofDays(1));
        plans.save(plan.id(), 1, vision("Two"), ANA, "second");
        EntityRef entity = new EntityRef("plan", plan.id());

        assertThat(db.journal().history(entity))
                .extracting(Event::actor, Event::cause)
                .containsExactly(tuple("ana", "first"), tuple("ana", "second"));
        var then = db.journal().state(entity, AsOf.validAt(begin)).orElseThrow().fields();
        var now = db.journal().state(entity, AsOf.LATEST).orElseThrow().fields();
        assertThat(then.path("content")).isEqualTo(CanonicalContent.of(BANK).tree());
        assertThat(now.path("content"))
                .isEqualTo(CanonicalContent.of(vision("Two")).tree());
        assertThat(now.path("account").asText()).isEqualTo(account.toString());
        assertThat(now.path("revision").asLong()).isEqualTo(2);
    }

    @Test
    void reads_the_revision_that_held_at_a_time() {
        Instant begin = db.clock().instant();
        Plan plan = plans.create(account, "FY2027", vision("One"), ANA, "first");
        db.clock().advance(Duration.ofDays(1));
        plans.save(plan.id(), 1, vision("Two"), ANA, "second");

        assertThat(plans.find(plan.id(), AsOf.validAt(begin.plus(Duration.ofHours(23)))))
                .contains(plan);
        assertThat(plans.find(plan.id(), AsOf.LATEST)).isEqualTo(plans.find(plan.id()));
        assertThat(plans.find(plan.id(), AsOf.validAt(begin.minusMillis(1)))).isEmpty();
        assertThat(plans.find(plan.id(), AsOf.validAt(Instant.MIN))).isEmpty();
    }

    @Test
    void deals_are_of_the_account_or_of_one_below_it_or_of_none() {
        UUID division = pipeline.account("Meridian Cards", Optional.of(account));
        UUID stranger = pipeline.account("Other", Optional.empty());
        UUID own = pipeline.deal("Own", Optional.of(account));
        UUID below = pipeline.deal("Below", Optional.of(division));
        UUID unassigned = pipeline.deal("Unassigned", Optional.empty());
        UUID foreign = pipeline.deal("Foreign", Optional.of(stranger));
        UUID unknown = UUID.randomUUID();

        assertThat(faults(() -> plans.create(
                        account, "FY2027", withOpportunities(own, below, unassigned, foreign, unknown), ANA, "first")))
                .containsExactly(
                        "/content/initiatives/0/opportunities/3 OTHER_ACCOUNT",
                        "/content/initiatives/0/opportunities/4 UNKNOWN_OPPORTUNITY");
        assertThat(plans.create(account, "FY2027", withOpportunities(own, below, unassigned), ANA, "first"))
                .isNotNull();
    }

    @Test
    void an_executive_owner_is_a_stakeholder_of_the_account() {
        UUID stranger = pipeline.account("Other", Optional.empty());
        UUID other = stakeholders
                .add(stranger, "Eve", "CIO", Optional.empty(), ANA, "met")
                .id();
        UUID own = stakeholders
                .add(account, "Ida", "CFO", Optional.empty(), ANA, "met")
                .id();

        assertThat(faults(() -> plans.create(account, "FY2027", withExecutiveOwner(other), ANA, "first")))
                .containsExactly("/content/objectives/0/executiveOwner OTHER_ACCOUNT");
        assertThat(faults(() -> plans.create(account, "FY2027", withExecutiveOwner(UUID.randomUUID()), ANA, "first")))
                .containsExactly("/content/objectives/0/executiveOwner UNKNOWN_STAKEHOLDER");
        assertThat(plans.create(account, "FY2027", withExecutiveOwner(own), ANA, "first"))
                .isNotNull();
    }

    @Test
    void a_plan_needs_an_account_a_horizon_and_a_reason() {
        assertThat(faults(() -> plans.create(UUID.randomUUID(), " ", null, ANA, "")))
                .containsExactly(
                        "/account UNKNOWN_ACCOUNT", "/horizon REQUIRED", "/reason REQUIRED", "/content REQUIRED");
        assertThat(plans.list(Optional.of(account))).isEmpty();
    }

    @Test
    void an_invalid_save_leaves_the_plan_as_it_is() {
        Plan plan = plans.create(account, "FY2027", vision("One"), ANA, "first");

        assertThat(faults(() -> plans.save(plan.id(), 1, vision(""), ANA, "second")))
                .containsExactly("/content/vision REQUIRED");
        assertThat(plans.find(plan.id())).contains(plan);
        assertThat(code(() -> plans.save(UUID.randomUUID(), 1, vision("A"), ANA, "b")))
                .isEqualTo(PlanError.PLAN_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update planning.plan_revision set content = '{}'",
                "delete from planning.plan_revision",
                "truncate planning.plan_revision"
            })
    void the_database_refuses_to_change_a_revision(String sql) {
        plans.create(account, "FY2027", vision("One"), ANA, "first");

        assertThatThrownBy(() -> db.database().useTransaction(handle -> handle.execute(sql)))
                .hasStackTraceContaining("plan");
    }

    private boolean saves(Plan plan, String vision) {
        try {
            plans.save(plan.id(), 1, vision(vision), ANA, vision);
            return true;
        } catch (PlatformException e) {
            assertThat(e.code()).isEqualTo(PlatformError.STALE_VERSION);
            return false;
        }
    }

    private static Object code(ThrowingCallable call) {
        return catchThrowableOfType(PlatformException.class, call).code();
    }

    private static List<String> faults(ThrowingCallable call) {
        PlatformException failure = catchThrowableOfType(PlatformException.class, call);
        assertThat(failure.code()).isEqualTo(PlanError.INVALID_PLAN);
        return failure.fields().stream()
                .map((FieldError field) -> field.pointer() + " " + field.code())
                .toList();
    }
}
