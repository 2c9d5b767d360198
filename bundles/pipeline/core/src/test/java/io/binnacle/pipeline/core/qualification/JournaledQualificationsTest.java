package io.binnacle.pipeline.core.qualification;

import static io.binnacle.pipeline.core.Given.SELLER;
import static io.binnacle.pipeline.core.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.api.qualification.Assessment;
import io.binnacle.pipeline.api.qualification.DealGate;
import io.binnacle.pipeline.api.qualification.Element;
import io.binnacle.pipeline.api.qualification.Obstacle;
import io.binnacle.pipeline.api.qualification.Proof;
import io.binnacle.pipeline.api.qualification.Rating;
import io.binnacle.pipeline.core.Gates;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournaledQualificationsTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final LocalDate TODAY = LocalDate.parse("2026-11-02");

    private final JournaledQualifications qualifications = new JournaledQualifications(
            db.database(),
            db.journal(),
            db.clock(),
            Given.SETTINGS,
            new QualificationSettings(new int[] {15, 15, 10, 10, 10, 15, 15, 10}, 60));
    private final Gates gates = new Gates();
    private final JournaledOpportunities opportunities =
            new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC, gates);

    @BeforeEach
    void with_the_gate_on_a_monday() {
        db.clock().set(TestClock.START);
        gates.addGate(new CommitGate(qualifications));
    }

    @Test
    void the_score_is_that_of_the_vector_and_no_commit_is_allowed() {
        Assessment assessment = rate(deal(), 2, 1, 2, 2, 0, 3, 2, 1);

        assertThat(assessment.score()).isCloseTo(56.666666666666664, within(1e-9));
        assertThat(assessment.commitGate()).isFalse();
        assertThat(assessment.missing())
                .containsExactly(
                        "ECONOMIC_BUYER needs at least 2 and has 1", "PAPER_PROCESS needs at least 2 and has 0");
    }

    @Test
    void an_unqualified_deal_is_committed_only_with_a_reason_that_stands_in_the_journal() {
        Opportunity deal = deal();
        rate(deal, 2, 1, 2, 2, 0, 3, 2, 1);

        assertThatThrownBy(() -> commit(deal, ""))
                .isInstanceOfSatisfying(PlatformException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(PipelineError.GATE_CLOSED);
                    assertThat(failure.fields()).extracting(FieldError::pointer).containsOnly("/category");
                })
                .hasMessageContaining("ECONOMIC_BUYER")
                .hasMessageContaining("?reason=");
        assertThat(opportunities.find(deal.id(), AsOf.LATEST)).contains(deal);

        Opportunity committed = commit(deal, "the CFO called");

        assertThat(committed.category()).isEqualTo(ForecastCategory.COMMIT);
        assertThat(opportunities.history(deal.id()).get(1).cause()).isEqualTo("override of commit: the CFO called");
    }

    @Test
    void a_qualified_deal_is_committed_without_further_ado_and_stays_so() {
        Opportunity deal = deal();
        rate(deal, 2, 2, 1, 1, 2, 1, 2, 1);

        Opportunity committed = commit(deal, "");

        assertThat(opportunities.history(deal.id()).get(1).cause()).isEqualTo("changed");
        rate(deal, 1, 0, 0, 0, 0, 0, 0, 0);
        assertThat(opportunities
                        .change(
                                deal.id(),
                                committed.version(),
                                json("{'nextStep': 'call'}"),
                                Optional.empty(),
                                SELLER,
                                "")
                        .nextStep())
                .contains("call");
    }

    @Test
    void a_gate_that_may_not_be_overridden_holds_in_spite_of_a_reason() {
        gates.addGate(new DealGate() {
            @Override
            public String id() {
                return "sign-off";
            }

            @Override
            public List<Obstacle> obstacles(Optional<Opportunity> before, Opportunity after, Instant now) {
                return List.of(new Obstacle("/status", "the board has not signed", false));
            }
        });

        assertThatThrownBy(() -> opportunities.create(json("{'name': 'A', 'stage': 'A'}"), SELLER, "because"))
                .hasMessageContaining("the board has not signed")
                .hasMessageNotContaining("?reason=");
    }

    @Test
    void evidence_older_than_60_days_lowers_its_score_by_one_on_the_61st() {
        Opportunity deal = deal();
        rate(deal, 2, 2, 1, 1, 2, 1, 2, 1);

        db.clock().advance(Duration.ofDays(60));
        assertThat(qualifications.of(deal.id(), AsOf.LATEST).commitGate()).isTrue();
        db.clock().advance(Duration.ofDays(1));
        Assessment later = qualifications.of(deal.id(), AsOf.LATEST);

        assertThat(later.scores()).containsEntry(Element.CHAMPION, 1).containsEntry(Element.COMPETITION, 1);
        assertThat(later.commitGate()).isFalse();
        assertThat(qualifications.of(deal.id(), AsOf.validAt(TestClock.START)).commitGate())
                .isTrue();
        assertThat(qualifications.all(AsOf.LATEST).get(deal.id())).isEqualTo(later);
    }

    @Test
    void a_score_needs_the_evidence_that_goes_with_it() {
        Map<Element, Rating> ratings = Map.of(
                Element.METRICS,
                new Rating(2, List.of()),
                Element.CHAMPION,
                new Rating(3, List.of(proof(Proof.Source.INTERNAL))));

        assertThatThrownBy(() -> qualifications.rate(deal().id(), 0, ratings, SELLER, ""))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.fields())
                        .extracting(FieldError::code)
                        .containsExactlyInAnyOrder("EVIDENCE_REQUIRED", "CUSTOMER_EVIDENCE_REQUIRED"));
    }

    @Test
    void nobodys_rating_is_overwritten_unseen() {
        Opportunity deal = deal();
        rate(deal, 1, 1, 1, 1, 1, 1, 1, 1);

        assertThatThrownBy(() -> qualifications.rate(deal.id(), 0, Map.of(), SELLER, ""))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PlatformError.STALE_VERSION));
        Assessment cleared = qualifications.rate(deal.id(), 1, Map.of(), SELLER, "anew");
        assertThat(cleared.score()).isZero();
        assertThat(qualifications.of(deal.id(), AsOf.LATEST)).isEqualTo(cleared);
    }

    private Opportunity deal() {
        return opportunities.create(json("{'name': 'A', 'stage': 'A', 'closeDate': '2026-12-10'}"), SELLER, "");
    }

    private Opportunity commit(Opportunity deal, String reason) {
        return opportunities.change(
                deal.id(), deal.version(), json("{'category': 'COMMIT'}"), Optional.empty(), SELLER, reason);
    }

    private Assessment rate(Opportunity deal, int... scores) {
        Map<Element, Rating> ratings = new EnumMap<>(Element.class);
        for (int i = 0; i < scores.length; i++) {
            List<Proof> evidence = scores[i] < 2 ? List.of() : List.of(proof(Proof.Source.CUSTOMER));
            ratings.put(Element.values()[i], new Rating(scores[i], evidence));
        }
        long version = qualifications.of(deal.id(), AsOf.LATEST).qualification().version();
        return qualifications.rate(deal.id(), version, ratings, SELLER, "");
    }

    private static Proof proof(Proof.Source source) {
        return new Proof("said so on the phone", Optional.empty(), source, TODAY);
    }
}
