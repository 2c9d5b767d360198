package io.binnacle.pipeline.core;

import static io.binnacle.pipeline.core.Given.SELLER;
import static io.binnacle.pipeline.core.Given.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.pipeline.api.OpportunityFilter;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournaledOpportunitiesTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final Instant MONDAY = TestClock.START;
    private static final Duration DAY = Duration.ofDays(1);

    private final JournaledOpportunities opportunities =
            new JournaledOpportunities(db.database(), db.journal(), db.clock(), ZoneOffset.UTC);

    @BeforeEach
    void on_a_monday() {
        db.clock().set(MONDAY);
    }

    @Test
    void a_new_deal_begins_open_today_and_reads_back_as_it_was_answered() {
        Opportunity deal = create("{'name': 'Core banking', 'stage': 'Engaging',"
                + " 'amount': {'amount': 1250.50, 'currency': 'EUR'}, 'closeDate': '2026-12-10'}");

        assertThat(deal.status()).isEqualTo(OpportunityStatus.OPEN);
        assertThat(deal.createdOn()).isEqualTo("2026-11-02");
        assertThat(deal.originalCloseDate()).contains(LocalDate.parse("2026-12-10"));
        assertThat(deal.version()).isEqualTo(1);
        assertThat(opportunities.find(deal.id(), AsOf.LATEST)).contains(deal);
        assertThat(opportunities.find(deal.id(), AsOf.validAt(MONDAY))).contains(deal);
        assertThat(opportunities.find(deal.id(), AsOf.validAt(MONDAY.minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void yesterdays_state_stays_after_todays_change() {
        Opportunity yesterday =
                create("{'name': 'A', 'stage': 'Engaging', 'amount': {'amount': 100, 'currency': 'EUR'}}");
        db.clock().advance(DAY);

        Opportunity today = change(yesterday, "{'amount': {'amount': 120}, 'stage': 'Proposal'}");

        assertThat(today.amount()).contains(Given.money("120 EUR"));
        assertThat(today.version()).isEqualTo(2);
        assertThat(opportunities.find(today.id(), AsOf.LATEST)).contains(today);
        assertThat(opportunities.find(today.id(), AsOf.validAt(MONDAY))).contains(yesterday);
        assertThat(opportunities.list(OpportunityFilter.ALL, AsOf.validAt(MONDAY)))
                .contains(yesterday);
    }

    @Test
    void a_removed_deal_leaves_the_lists_but_not_its_past() {
        Opportunity deal = create("{'name': 'A', 'stage': 'Engaging', 'amount': {'amount': 100, 'currency': 'EUR'}}");
        db.clock().advance(DAY);

        Opportunity removed = opportunities.delete(deal.id(), deal.version(), SELLER, "entered twice");

        assertThat(removed.deleted()).isTrue();
        assertThat(removed.version()).isEqualTo(2);
        assertThat(opportunities.list(OpportunityFilter.ALL, AsOf.LATEST)).doesNotContain(removed);
        assertThat(opportunities.list(
                        OpportunityFilter.ALL, AsOf.validAt(db.clock().instant())))
                .extracting(Opportunity::id)
                .doesNotContain(deal.id());
        assertThat(opportunities.list(OpportunityFilter.ALL, AsOf.validAt(MONDAY)))
                .contains(deal);
        assertThat(opportunities.history(deal.id()).get(1).cause()).isEqualTo("entered twice");

        Opportunity back = opportunities.restore(deal.id(), removed.version(), SELLER, "it was not");

        assertThat(back.deleted()).isFalse();
        assertThat(opportunities.list(OpportunityFilter.ALL, AsOf.LATEST)).contains(back);
    }

    @Test
    void a_removal_needs_a_reason() {
        Opportunity deal = create("{'name': 'A', 'stage': 'Engaging'}");

        assertThatThrownBy(() -> opportunities.delete(deal.id(), deal.version(), SELLER, " "))
                .hasMessageContaining("say in ?reason= why the opportunity is removed");
        assertThat(opportunities.find(deal.id(), AsOf.LATEST)).contains(deal);
    }

    @Test
    void a_late_correction_changes_what_held_but_not_what_was_known() {
        // Monday 100; Thursday 130 and a new stage; on Friday it turns out that it was 110 since Tuesday.
        Opportunity deal = create("{'name': 'A', 'stage': 'Engaging', 'amount': {'amount': 100, 'currency': 'EUR'}}");
        db.clock().set(MONDAY.plus(DAY.multipliedBy(3)));
        Opportunity thursday = change(deal, "{'amount': {'amount': 130}, 'stage': 'Proposal'}");
        Instant beforeFriday = db.clock().instant();
        db.clock().advance(DAY);

        Opportunity now = opportunities.change(
                deal.id(),
                thursday.version(),
                json("{'amount': {'amount': 110}, 'nextStep': 'call'}"),
                Optional.of(LocalDate.parse("2026-11-03")),
                SELLER,
                "typed wrongly");

        Instant wednesday = MONDAY.plus(DAY.multipliedBy(2));
        assertThat(amountAt(deal, AsOf.validAt(MONDAY))).isEqualTo("100");
        assertThat(amountAt(deal, AsOf.validAt(wednesday))).isEqualTo("110");
        assertThat(amountAt(deal, new AsOf(wednesday, beforeFriday))).isEqualTo("100");
        assertThat(amountAt(deal, AsOf.LATEST)).isEqualTo("130");
        assertThat(now.nextStep()).contains("call");
        assertThat(now.stage()).isEqualTo("Proposal");
        assertThat(now.version()).isEqualTo(3);
        assertThat(opportunities.find(deal.id(), AsOf.LATEST)).contains(now);
        assertThat(opportunities.find(deal.id(), AsOf.validAt(db.clock().instant())))
                .contains(now);
    }

    @Test
    void a_correction_cannot_reach_back_before_the_deal_or_lie_ahead() {
        Opportunity deal = create("{'name': 'A', 'stage': 'Engaging'}");

        assertThat(fieldsOf(() -> correct(deal, "2026-11-01")))
                .containsExactly(tuple("/validSince", "INVALID_CONTENT"));
        assertThat(fieldsOf(() -> correct(deal, "2026-11-03")))
                .containsExactly(tuple("/validSince", "INVALID_CONTENT"));
    }

    @Test
    void the_second_of_two_who_changed_the_same_copy_is_told() {
        Opportunity deal = create("{'name': 'A', 'stage': 'Engaging'}");
        change(deal, "{'stage': 'Proposal'}");

        assertThatThrownBy(() -> change(deal, "{'stage': 'Negotiation'}"))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PlatformError.STALE_VERSION))
                .hasMessageContaining("version 2");
    }

    @Test
    void one_of_two_at_the_same_time_wins() throws Exception {
        Opportunity deal = create("{'name': 'A', 'stage': 'Engaging'}");
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = Stream.of("{'stage': 'B'}", "{'stage': 'C'}")
                .map(patch -> new Thread(() -> {
                    try {
                        change(deal, patch);
                    } catch (PlatformException e) {
                        synchronized (failures) {
                            failures.add(e);
                        }
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failures).hasSize(1);
        assertThat(opportunities.history(deal.id())).hasSize(2);
    }

    @Test
    void a_patch_that_changes_nothing_leaves_no_trace() {
        Opportunity deal = create("{'name': 'A', 'stage': 'Engaging', 'amount': {'amount': 100, 'currency': 'EUR'}}");

        Opportunity same = change(deal, "{'name': 'A', 'amount': {'amount': 100.00, 'currency': 'EUR'}}");

        assertThat(same).isEqualTo(deal);
        assertThat(opportunities.history(deal.id())).hasSize(1);
    }

    @Test
    void null_clears_a_field_and_the_first_close_date_stays() {
        Opportunity deal = create("{'name': 'A', 'stage': 'Engaging', 'closeDate': '2026-12-10', 'nextStep': 'call'}");

        Opportunity changed = change(deal, "{'closeDate': '2027-01-15', 'nextStep': null}");

        assertThat(changed.nextStep()).isEmpty();
        assertThat(changed.originalCloseDate()).contains(LocalDate.parse("2026-12-10"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'stage': 'X'}                                                | /name         | MISSING_VALUE",
                "{'name': ' ', 'stage': 'X'}                                   | /name         | MISSING_VALUE",
                "{'name': 5, 'stage': 'X'}                                     | /name         | WRONG_FORM",
                "{'name': 'A', 'stage': 'X', 'colour': 'red'}                  | /colour       | UNKNOWN_FIELD",
                "{'name': 'A', 'stage': 'X', 'version': 7}                     | /version      | READ_ONLY",
                "{'name': 'A', 'stage': 'X', 'originalCloseDate': null}        | /originalCloseDate | READ_ONLY",
                "{'name': 'A', 'stage': 'X', 'externalRefs': []}               | /externalRefs | READ_ONLY",
                "{'name': 'A', 'stage': 'X', 'closeDate': '2026-02-30'}        | /closeDate    | WRONG_FORM",
                "{'name': 'A', 'stage': 'X', 'closeDate': '9999-01-01'}        | /closeDate    | DATE_OUT_OF_RANGE",
                "{'name': 'A', 'stage': 'X', 'createdOn': '2026-11-03'}        | /createdOn    | DATE_AHEAD",
                "{'name': 'A', 'stage': 'X', 'status': 'SOLD'}                 | /status       | WRONG_FORM",
                "{'name': 'A', 'stage': 'X', 'amount': 5}                      | /amount       | WRONG_FORM",
                "{'name': 'A', 'stage': 'X', 'amount': {'amount': 5}}          | /amount       | WRONG_FORM",
                "{'name': 'A', 'stage': 'X', 'amount': {'amount': 5, 'currency': 'EURO'}} | /amount | WRONG_FORM",
                "{'name': 'A', 'stage': 'X', 'amount': {'amount': -1, 'currency': 'EUR'}} | /amount | NEGATIVE_AMOUNT",
                "{'name': 'A', 'stage': 'X', 'amount': {'amount': 1e999999999, 'currency': 'EUR'}} | /amount | AMOUNT_OUT_OF_RANGE",
                "{'name': 'A', 'stage': 'X', 'category': 'COMMIT'}             | /closeDate    | MISSING_VALUE",
                "{'name': 'A', 'stage': 'X', 'category': 'CLOSED', 'closeDate': '2026-12-01'} | /category | CATEGORY_CONFLICT",
                "{'name': 'A', 'stage': 'X', 'status': 'LOST', 'reasonClosed': 'price'} | /category | CATEGORY_CONFLICT",
                "{'name': 'A', 'stage': 'X', 'status': 'LOST', 'category': 'OMITTED'} | /reasonClosed | MISSING_VALUE",
                "{'name': 'A', 'stage': 'X', 'status': 'WON', 'category': 'CLOSED', 'reasonClosed': 'fit'} | /closeDate | MISSING_VALUE",
                "{'name': 'A', 'stage': 'X', 'owner': '00000000-0000-7000-8000-000000000000'} | /owner | UNKNOWN_REFERENCE",
                "{'name': 'A', 'stage': 'X', 'account': '00000000-0000-7000-8000-000000000000'} | /account | UNKNOWN_REFERENCE",
                "{'name': 'A', 'stage': 'X', 'product': '00000000-0000-7000-8000-000000000000'} | /product | UNKNOWN_REFERENCE",
                "{'name': 'A', 'stage': 'X', 'a/b~c': 1}                       | /a~1b~0c      | UNKNOWN_FIELD",
            })
    void refuses_a_new_deal_and_names_the_field(String fields, String pointer, String code) {
        assertThat(fieldsOf(() -> create(fields))).contains(tuple(pointer, code));
    }

    @Test
    void refuses_a_name_that_is_too_long_or_holds_control_characters() {
        assertThat(fieldsOf(() -> create("{'name': '" + "x".repeat(201) + "', 'stage': 'X'}")))
                .containsExactly(tuple("/name", "TOO_LONG"));
        assertThat(fieldsOf(() -> create("{'name': 'a\\u0000b', 'stage': 'X'}")))
                .containsExactly(tuple("/name", "WRONG_FORM"));
    }

    @Test
    void names_all_fields_at_fault_at_once() {
        assertThat(fieldsOf(() -> create("{'name': 'A', 'stage': 'X', 'status': 'WON', 'category': 'COMMIT'}")))
                .containsExactlyInAnyOrder(
                        tuple("/closeDate", "MISSING_VALUE"),
                        tuple("/reasonClosed", "MISSING_VALUE"),
                        tuple("/category", "CATEGORY_CONFLICT"));
    }

    @Test
    void a_lost_deal_opens_again_only_with_a_reason_and_a_won_one_never() {
        Opportunity deal = create("{'name': 'A', 'stage': 'X', 'closeDate': '2026-12-10'}");
        Opportunity lost = change(deal, "{'status': 'LOST', 'category': 'OMITTED', 'reasonClosed': 'price'}");

        String reopen = "{'status': 'OPEN', 'category': 'PIPELINE', 'reasonClosed': null}";
        assertThat(fieldsOf(() ->
                        opportunities.change(lost.id(), lost.version(), json(reopen), Optional.empty(), SELLER, "")))
                .containsExactly(tuple("/status", "REASON_REQUIRED"));
        Opportunity open = change(lost, reopen);
        Opportunity won = change(open, "{'status': 'WON', 'category': 'CLOSED', 'reasonClosed': 'fit'}");

        assertThat(fieldsOf(() -> change(won, reopen))).containsExactly(tuple("/status", "STATUS_MOVE"));
        assertThat(opportunities.history(deal.id())).extracting(Event::seq).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_deal_that_is_not_there_cannot_be_changed() {
        UUID nobody = UUID.randomUUID();

        assertThatThrownBy(() -> opportunities.change(nobody, 1, json("{'stage': 'X'}"), Optional.empty(), SELLER, ""))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PipelineError.OPPORTUNITY_NOT_FOUND));
        assertThat(opportunities.history(nobody)).isEmpty();
    }

    @Test
    void pages_go_on_where_the_last_one_ended_now_and_in_the_past() {
        String stage = "Paged";
        for (int i = 0; i < 5; i++) {
            create("{'name': 'P" + i + "', 'stage': '" + stage + "'}");
        }
        OpportunityFilter filter =
                new OpportunityFilter(Optional.empty(), Optional.of(stage), Optional.empty(), Optional.empty());

        for (AsOf asOf : List.of(AsOf.LATEST, AsOf.validAt(MONDAY))) {
            assertThat(paged(filter, asOf, 2)).containsExactly("P0", "P1", "P2", "P3", "P4");
            assertThat(paged(filter, asOf, 5)).containsExactly("P0", "P1", "P2", "P3", "P4");
        }
        assertThatThrownBy(() -> opportunities.page(filter, AsOf.LATEST, new Paging(2, Optional.of("page2"))))
                .hasMessageContaining("cursor");
    }

    @Test
    void tells_when_each_open_deal_was_last_changed() {
        Opportunity deal = create("{'name': 'A', 'stage': 'X'}");
        db.clock().advance(DAY);
        change(deal, "{'stage': 'Y'}");
        Opportunity closed = create(
                "{'name': 'B', 'stage': 'X', 'status': 'LOST', 'category': 'OMITTED'," + " 'reasonClosed': 'price'}");

        assertThat(opportunities.lastChanges())
                .containsEntry(deal.id(), MONDAY.plus(DAY))
                .doesNotContainKey(closed.id());
    }

    private List<String> paged(OpportunityFilter filter, AsOf asOf, int limit) {
        List<String> names = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<Opportunity> page = opportunities.page(filter, asOf, new Paging(limit, cursor));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(deal -> names.add(deal.name()));
            cursor = page.next();
        } while (cursor.isPresent());
        return names;
    }

    private String amountAt(Opportunity deal, AsOf asOf) {
        return opportunities
                .find(deal.id(), asOf)
                .orElseThrow()
                .amount()
                .orElseThrow()
                .amount()
                .toPlainString();
    }

    private Opportunity create(String fields) {
        return opportunities.create(json(fields), SELLER, "");
    }

    private Opportunity change(Opportunity deal, String patch) {
        return opportunities.change(deal.id(), deal.version(), json(patch), Optional.empty(), SELLER, "a reason");
    }

    private Opportunity correct(Opportunity deal, String since) {
        return opportunities.change(
                deal.id(),
                deal.version(),
                json("{'stage': 'X'}"),
                Optional.of(LocalDate.parse(since)),
                SELLER,
                "a reason");
    }

    private static List<org.assertj.core.groups.Tuple> fieldsOf(ThrowingCallable call) {
        List<FieldError> fields = new ArrayList<>();
        assertThatThrownBy(call).isInstanceOfSatisfying(PlatformException.class, failure -> {
            assertThat(failure.code()).isEqualTo(PlatformError.INVALID_CONTENT);
            fields.addAll(failure.fields());
        });
        return fields.stream()
                .map(field -> tuple(field.pointer(), field.code()))
                .toList();
    }
}
