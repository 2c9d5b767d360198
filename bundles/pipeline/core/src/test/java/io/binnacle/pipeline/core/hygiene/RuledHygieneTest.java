package io.binnacle.pipeline.core.hygiene;

import static io.binnacle.pipeline.core.Given.SELLER;
import static io.binnacle.pipeline.core.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.binnacle.pipeline.api.Attachment;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.api.hygiene.Flaw;
import io.binnacle.pipeline.api.hygiene.HygieneReport;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.details.StoredDetails;
import io.binnacle.pipeline.core.hierarchy.DatedHierarchies;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.pipeline.core.stages.StageRules;
import io.binnacle.pipeline.core.stages.StoredPipelines;
import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RuledHygieneTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private final JournaledOpportunities opportunities =
            new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);
    private final RuledHygiene hygiene = new RuledHygiene(
            db.database(),
            opportunities,
            new StoredDetails(db.database(), db.journal()),
            db.clock(),
            Given.SETTINGS,
            new StoredPipelines(db.database(), db.journal(), db.clock(), new StageRules()),
            new DatedHierarchies(db.database(), db.journal(), db.clock(), Given.SETTINGS));

    @BeforeEach
    void with_two_rules_and_no_other_deals() {
        db.clock().set(TestClock.START);
        hygiene.addRule(new CloseDatePast());
        hygiene.addRule(new NextStepMissing());
        db.database().useTransaction(handle -> {
            handle.execute("delete from pipeline.touch");
            handle.execute("delete from pipeline.opportunity");
        });
    }

    @Test
    void tells_which_share_of_deals_is_clean_and_what_is_wrong_with_the_others() {
        deal("{'closeDate': '2026-12-10', 'nextStep': 'call'}");
        Opportunity late = deal("{'closeDate': '2026-10-10'}");

        HygieneReport report = hygiene.report(Optional.empty(), AsOf.LATEST);

        assertThat(report.all()).isEqualTo(HygieneReport.Share.of(2, 1));
        assertThat(report.all().share()).contains(.5);
        assertThat(report.flaws()).containsEntry("close-date-past", 1).containsEntry("next-step-missing", 1);
        assertThat(hygiene.flaws(Optional.empty(), Optional.empty(), AsOf.LATEST))
                .extracting(Flaw::rule, Flaw::opportunity)
                .containsExactly(tuple("close-date-past", late.id()), tuple("next-step-missing", late.id()));
    }

    @Test
    void looking_writes_nothing() {
        deal("{'closeDate': '2026-10-10'}");
        Position before = db.journal().head();

        hygiene.report(Optional.empty(), AsOf.LATEST);
        hygiene.flaws(Optional.empty(), Optional.empty(), AsOf.LATEST);

        assertThat(db.journal().head()).isEqualTo(before);
    }

    @Test
    void an_accepted_proposal_is_the_callers_own_change_and_mends_the_flaw() {
        Opportunity late = deal("{'closeDate': '2026-10-10', 'nextStep': 'call'}");

        Opportunity mended = hygiene.accept(late.id(), "close-date-past", late.version(), SELLER);

        assertThat(mended.closeDate()).contains(LocalDate.parse("2026-11-30"));
        assertThat(opportunities.history(late.id()).get(1)).satisfies(event -> {
            assertThat(event.actor()).isEqualTo(SELLER.name());
            assertThat(event.cause()).startsWith("hygiene close-date-past: ");
        });
        assertThat(hygiene.report(Optional.empty(), AsOf.LATEST).all().clean()).isEqualTo(1);
    }

    @Test
    void what_nobody_proposed_cannot_be_accepted() {
        Opportunity deal = deal("{'closeDate': '2026-10-10'}");

        refused(deal, "next-step-missing", deal.version(), PipelineError.PROPOSAL_NOT_FOUND);
        refused(deal, "no-such-rule", deal.version(), PipelineError.PROPOSAL_NOT_FOUND);
        refused(deal, "close-date-past", deal.version() + 1, PlatformError.STALE_VERSION);
    }

    @Test
    void the_past_is_judged_by_its_own_day() {
        Instant early = db.clock().instant();
        deal("{'closeDate': '2026-11-10', 'nextStep': 'call'}");
        db.clock().advance(Duration.ofDays(30));

        assertThat(hygiene.report(Optional.empty(), AsOf.LATEST).all().clean()).isZero();
        assertThat(hygiene.report(Optional.empty(), AsOf.validAt(early)).all().clean())
                .isEqualTo(1);
    }

    @Test
    void what_was_done_about_a_deal_is_activity_and_what_is_to_be_done_is_not() {
        hygiene.addRule(new Inactive(30));
        load(Given.deal("quiet", Given.open("2026-09-01", null, "1 EUR")));
        load(Given.deal("called", Given.open("2026-09-01", null, "1 EUR")), touch("called", "2026-10-30", true));
        load(Given.deal("planned", Given.open("2026-09-01", null, "1 EUR")), touch("planned", "2026-10-30", false));

        assertThat(hygiene.flaws(Optional.empty(), Optional.of("inactive"), AsOf.LATEST))
                .hasSize(2);
        assertThat(hygiene.flaws(Optional.empty(), Optional.of("inactive"), AsOf.validAt(Given.instant("2026-10-20"))))
                .hasSize(3);
    }

    private void load(DealHistory deal, Attachment... attachments) {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        new PipelineBatch(
                                List.of(), List.of(), List.of(), List.of(deal), List.of(), List.of(attachments)),
                        SELLER,
                        "import:test",
                        false,
                        Progress.NONE);
    }

    private static Attachment touch(String deal, String day, boolean done) {
        return new Attachment.Touched(
                Given.ref("task", deal),
                Given.ref("deal", deal),
                Optional.empty(),
                LocalDate.parse(day),
                "Call",
                "Called",
                done);
    }

    private void refused(Opportunity deal, String rule, long version, ErrorCode code) {
        assertThatThrownBy(() -> hygiene.accept(deal.id(), rule, version, SELLER))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(code));
    }

    private Opportunity deal(String fields) {
        return opportunities.create(json("{'name': 'A', 'stage': 'A'}").setAll(json(fields)), SELLER, "");
    }
}
