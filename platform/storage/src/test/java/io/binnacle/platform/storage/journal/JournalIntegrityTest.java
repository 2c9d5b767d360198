package io.binnacle.platform.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Verification;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.storage.DatabaseAddress;
import io.binnacle.platform.storage.PooledDatabase;
import io.binnacle.platform.storage.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalIntegrityTest {

    /** The rule of {@link EventHash}, written again in SQL. */
    private static final String HASHES_BY_SQL = """
            select seq, encode(hash, 'hex') as stored, encode(sha256(convert_to(
                (select string_agg(octet_length(field) || ':' || field || ',', '' order by place)
                 from unnest(array[
                    encode(prev_hash, 'hex'), entity_type, entity_id::text, seq::text,
                    to_char(valid_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    to_char(recorded_time at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    actor, cause, patch::text]) with ordinality as fields(field, place)), 'UTF8')), 'hex') as computed
            from journal.event order by seq""";

    private final EntityRef deal = new EntityRef("opportunity", UUID.randomUUID());
    private final EntityRef other = new EntityRef("opportunity", UUID.randomUUID());
    private DatabaseAddress address;
    private PooledDatabase database;
    private PostgresJournal journal;

    @BeforeEach
    void three_events_of_one_deal_and_one_of_another() throws Exception {
        address = TestPostgres.journalDatabase();
        database = TestPostgres.open(address);
        journal = new PostgresJournal(database, Clock.systemUTC());
        for (EntityRef entity : List.of(deal, other, deal, deal)) {
            Instant now = Instant.now();
            journal.append(List.of(
                    new Change(entity, now, "Zoë", "a,b:c\n✓", Json.object().put("amount", "1:2,\"3\" é"))));
        }
    }

    @AfterEach
    void close() {
        journal.close();
        database.close();
    }

    @Test
    void an_untouched_journal_is_intact_and_its_digest_depends_on_its_content() {
        Verification before = verify();
        journal.append(List.of(new Change(deal, Instant.now(), "ada", "test", Json.object())));
        Verification after = verify();

        assertThat(before).isEqualTo(new Verification(2, 4, List.of(), before.digest()));
        assertThat(after).isEqualTo(new Verification(2, 5, List.of(), after.digest()));
        assertThat(after.digest()).isNotEqualTo(before.digest()).hasSize(64);
    }

    @Test
    void anybody_can_compute_the_hashes() {
        List<String> stored = new ArrayList<>();
        List<String> computed = new ArrayList<>();
        database.useTransaction(handle -> handle.createQuery(HASHES_BY_SQL.replace("::", "\\:\\:"))
                .mapToMap()
                .forEach(row -> {
                    stored.add((String) row.get("stored"));
                    computed.add((String) row.get("computed"));
                }));

        assertThat(computed).hasSize(4).isEqualTo(stored);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patch = '{\"amount\":2}'",
                "patch = (patch::text || ' ')::json",
                "actor = 'Eve'",
                "cause = 'because'",
                "valid_time = valid_time - interval '1 microsecond'",
                "recorded_time = recorded_time - interval '1 microsecond'"
            })
    void names_the_entity_and_the_event_whose_content_was_changed(String change) throws SQLException {
        tamper("update journal.event set " + change + " where seq = 2 and entity_id = '" + deal.id() + "'");

        assertThat(verify().faults()).containsExactly("opportunity " + deal.id() + ": event 2 does not fit its hash");
    }

    @Test
    void finds_an_event_that_was_taken_out() throws SQLException {
        tamper("delete from journal.event where seq = 2 and entity_id = '" + deal.id() + "'");

        assertThat(verify().faults()).containsExactly("opportunity " + deal.id() + ": event 2 is missing, 3 follows");
    }

    @Test
    void finds_events_that_were_cut_off_at_the_end() throws SQLException {
        tamper("delete from journal.event where seq = 3");
        tamper("delete from journal.event where entity_id = '" + other.id() + "'");

        assertThat(verify().faults())
                .containsExactlyInAnyOrder(
                        "opportunity " + deal.id()
                                + ": the head stands at event 3, the last event is 2 or has another hash",
                        "opportunity " + other.id() + ": the head says 1 events, there are none");
    }

    @Test
    void finds_an_event_that_was_hashed_again_by_the_break_in_the_chain() throws SQLException {
        tamper("update journal.event set actor = 'Eve' where seq = 2");
        tamper("update journal.event set hash = decode(computed, 'hex') from (" + HASHES_BY_SQL + ") as again"
                + " where event.seq = 2 and again.seq = 2");

        assertThat(verify().faults())
                .containsExactly(
                        "opportunity " + deal.id() + ": event 3 does not continue the hash of the event before");
    }

    @Test
    void finds_a_head_that_was_changed_or_is_gone() throws SQLException {
        tamper("update journal.head set seq = 7 where entity_id = '" + deal.id() + "'");
        tamper("delete from journal.head where entity_id = '" + other.id() + "'");

        assertThat(verify().faults())
                .containsExactlyInAnyOrder(
                        "opportunity " + deal.id()
                                + ": the head stands at event 7, the last event is 3 or has another hash",
                        "opportunity " + other.id() + ": the head is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal.event set actor = 'Eve'",
                "delete from journal.event",
                "delete from journal.head",
            })
    void what_is_written_stays_written(String statement) {
        assertThatThrownBy(() -> database.useTransaction(handle -> handle.execute(statement)))
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truncate journal.event",
                "drop table journal.event",
                "alter table journal.event disable trigger append_only",
                "set local session_replication_role = replica",
                "update journal.schema_history set sha256 = ''"
            })
    void the_platform_itself_may_not_take_the_protection_off(String statement) {
        assertThatThrownBy(() -> database.useTransaction(handle -> handle.execute(statement)))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    private Verification verify() {
        return journal.verify(Progress.NONE);
    }

    private void tamper(String statement) throws SQLException {
        try (Connection connection = address.owner().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("set session_replication_role = replica");
            sql.execute(statement);
        }
    }
}
