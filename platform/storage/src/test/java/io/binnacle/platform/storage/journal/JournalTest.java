package io.binnacle.platform.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.journal.Appended;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.EntityState;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.storage.PooledDatabase;
import io.binnacle.platform.storage.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JournalTest {

    private static final Instant MONDAY = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-03T09:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-04T09:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-11-05T09:00:00Z");

    private static PooledDatabase database;

    @BeforeAll
    static void open() throws Exception {
        database = TestPostgres.open(TestPostgres.journalDatabase());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_late_correction_changes_what_held_then_but_not_what_was_known_then() {
        EntityRef deal = deal();
        append(MONDAY, deal, MONDAY, "{'stage':'open','amount':100}");
        append(WEDNESDAY, deal, WEDNESDAY, "{'amount':300}");
        append(THURSDAY, deal, TUESDAY, "{'amount':200,'owner':'Ada'}");

        assertThat(fields(deal, MONDAY, Instant.MAX)).isEqualTo(json("{'stage':'open','amount':100}"));
        assertThat(fields(deal, TUESDAY, Instant.MAX)).isEqualTo(json("{'stage':'open','amount':200,'owner':'Ada'}"));
        assertThat(fields(deal, TUESDAY, WEDNESDAY)).isEqualTo(json("{'stage':'open','amount':100}"));
        assertThat(fields(deal, Instant.MAX, Instant.MAX))
                .isEqualTo(json("{'stage':'open','amount':300,'owner':'Ada'}"));
        assertThat(at(MONDAY).state(deal, new AsOf(MONDAY.minusSeconds(1), Instant.MAX)))
                .isEmpty();
        assertThat(at(MONDAY).state(deal, new AsOf(Instant.MAX, MONDAY.minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void says_whether_a_change_came_in_order() {
        EntityRef deal = deal();

        assertThat(append(WEDNESDAY, deal, TUESDAY, "{}")).isEqualTo(new Appended(deal, 1, WEDNESDAY, true));
        assertThat(append(WEDNESDAY, deal, TUESDAY, "{}")).isEqualTo(new Appended(deal, 2, WEDNESDAY, true));
        assertThat(append(WEDNESDAY, deal, MONDAY, "{}")).isEqualTo(new Appended(deal, 3, WEDNESDAY, false));
        assertThat(append(WEDNESDAY, deal, MONDAY, "{}")).isEqualTo(new Appended(deal, 4, WEDNESDAY, false));
        assertThat(append(WEDNESDAY, deal, WEDNESDAY, "{}")).isEqualTo(new Appended(deal, 5, WEDNESDAY, true));
    }

    @Test
    void the_version_is_the_highest_number_that_counts() {
        EntityRef deal = deal();
        append(WEDNESDAY, deal, WEDNESDAY, "{'a':1}");
        append(WEDNESDAY, deal, MONDAY, "{'a':2}");

        assertThat(at(MONDAY).state(deal, AsOf.LATEST)).contains(new EntityState(deal.id(), 2, json("{'a':1}")));
    }

    @Test
    void of_changes_since_the_same_moment_the_later_one_wins() {
        EntityRef deal = deal();
        at(MONDAY)
                .append(List.of(
                        new Change(deal, MONDAY, "ada", "test", json("{'a':1,'b':{'c':1,'d':1}}")),
                        new Change(deal, MONDAY, "ada", "test", json("{'a':null,'b':{'c':2}}"))));

        assertThat(fields(deal, MONDAY, MONDAY)).isEqualTo(json("{'b':{'c':2,'d':1}}"));
    }

    @Test
    void refuses_a_change_that_lies_ahead_and_writes_nothing() {
        EntityRef deal = deal();

        assertThatThrownBy(() -> append(MONDAY, deal, TUESDAY, "{}"))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.code()).isEqualTo(PlatformError.INVALID_CONTENT))
                .hasMessageContaining(deal.id().toString());
        assertThat(at(MONDAY).history(deal)).isEmpty();
    }

    @Test
    void recorded_times_of_an_entity_never_go_back_with_the_clock() {
        EntityRef deal = deal();
        append(WEDNESDAY, deal, MONDAY, "{}");
        append(TUESDAY, deal, MONDAY, "{}");

        assertThat(at(MONDAY).history(deal)).extracting(Event::recordedTime).containsExactly(WEDNESDAY, WEDNESDAY);
    }

    @Test
    void history_keeps_everything_that_was_said() {
        EntityRef deal = deal();
        Instant precise = Instant.parse("2026-11-02T08:59:59.123456789Z");
        append(MONDAY, deal, precise, "{'amount':10.50,'name':'Zoë \\u0000 \\u2713'}");
        append(TUESDAY, deal, MONDAY, "{'amount':null}");

        List<Event> history = at(TUESDAY).history(deal);

        assertThat(history).hasSize(2);
        Event first = history.get(0);
        assertThat(first.seq()).isEqualTo(1);
        assertThat(first.validTime()).isEqualTo(Instant.parse("2026-11-02T08:59:59.123456Z"));
        assertThat(first.recordedTime()).isEqualTo(MONDAY);
        assertThat(first.actor()).isEqualTo("ada");
        assertThat(first.cause()).isEqualTo("test");
        assertThat(Json.write(first.patch())).isEqualTo("{\"amount\":10.50,\"name\":\"Zoë \\u0000 ✓\"}");
        assertThat(first.prevHash()).isEqualTo("0".repeat(64));
        assertThat(history.get(1).prevHash()).isEqualTo(first.hash());
    }

    @Test
    void states_come_in_the_order_of_ids_each_folded_by_itself() {
        String type = "kind" + UUID.randomUUID();
        EntityRef low = new EntityRef(type, UUID.fromString("00000000-0000-4000-8000-000000000001"));
        EntityRef high = new EntityRef(type, UUID.fromString("ffffffff-0000-4000-8000-000000000001"));
        append(MONDAY, high, MONDAY, "{'n':1}");
        append(MONDAY, low, MONDAY, "{'n':2}");
        append(TUESDAY, high, TUESDAY, "{'n':3}");
        append(WEDNESDAY, new EntityRef(type, UUID.randomUUID()), WEDNESDAY, "{'n':4}");

        List<EntityState> states = database.read(handle -> {
            try (Stream<EntityState> found = at(MONDAY).states(type, AsOf.validAt(TUESDAY))) {
                return found.toList();
            }
        });

        assertThat(states)
                .containsExactly(
                        new EntityState(low.id(), 1, json("{'n':2}")), new EntityState(high.id(), 2, json("{'n':3}")));
    }

    @Test
    void states_outside_a_transaction_say_so() {
        append(MONDAY, deal(), MONDAY, "{}");

        assertThatThrownBy(() -> at(MONDAY).states("opportunity", AsOf.LATEST).toList())
                .hasMessageContaining("inside Database.read");
    }

    private static EntityRef deal() {
        return new EntityRef("opportunity", UUID.randomUUID());
    }

    private static PostgresJournal at(Instant now) {
        return new PostgresJournal(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Appended append(Instant now, EntityRef entity, Instant validTime, String patch) {
        try (PostgresJournal journal = at(now)) {
            return journal.append(List.of(new Change(entity, validTime, "ada", "test", json(patch))))
                    .get(0);
        }
    }

    private static ObjectNode fields(EntityRef entity, Instant validAt, Instant knownAt) {
        return at(MONDAY)
                .state(entity, new AsOf(validAt, knownAt))
                .orElseThrow()
                .fields();
    }

    private static ObjectNode json(String text) {
        return Json.read(text.replace('\'', '"'), ObjectNode.class);
    }
}
