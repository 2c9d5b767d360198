package io.binnacle.platform.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.storage.PooledDatabase;
import io.binnacle.platform.storage.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JournalConcurrencyTest {

    private static final int WRITERS = 8;
    private static final int ROUNDS = 40;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private PooledDatabase database;
    private PostgresJournal journal;

    @BeforeEach
    void open() throws Exception {
        database = TestPostgres.open(TestPostgres.journalDatabase());
        journal = new PostgresJournal(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        journal.close();
        database.close();
    }

    @Test
    void eight_writers_leave_no_gap_and_wait_for_each_other_in_no_circle() throws Exception {
        List<EntityRef> entities =
                Stream.generate(JournalConcurrencyTest::deal).limit(6).toList();
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(writer);
            writers.add(threads.submit(() -> appendInRandomOrder(entities, random)));
        }
        for (Future<?> writer : writers) {
            writer.get(60, TimeUnit.SECONDS);
        }

        for (EntityRef entity : entities) {
            assertThat(journal.history(entity))
                    .extracting(Event::seq)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, WRITERS * ROUNDS).boxed().toList());
        }
        assertThat(journal.verify(Progress.NONE).faults()).isEmpty();
    }

    private void appendInRandomOrder(List<EntityRef> entities, Random random) {
        for (int round = 0; round < ROUNDS; round++) {
            List<EntityRef> shuffled = new ArrayList<>(entities);
            Collections.shuffle(shuffled, random);
            journal.append(shuffled.stream().map(JournalConcurrencyTest::change).toList());
        }
    }

    @Test
    void an_event_is_shown_only_when_no_earlier_one_can_follow() throws Exception {
        EntityRef early = deal();
        EntityRef late = deal();
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> open = threads.submit(() -> database.useTransaction(handle -> {
            journal.append(List.of(change(early)));
            appended.countDown();
            await(mayCommit);
        }));
        await(appended);
        journal.append(List.of(change(late)));

        assertThat(journal.after(Position.START, 10)).isEmpty();
        assertThat(journal.head()).isEqualTo(Position.START);

        mayCommit.countDown();
        open.get(10, TimeUnit.SECONDS);

        List<Event> shown = journal.after(Position.START, 10);
        assertThat(shown).extracting(Event::entity).containsExactly(early, late);
        assertThat(journal.after(shown.get(0).position(), 10)).containsExactly(shown.get(1));
        assertThat(journal.after(Position.START, 1)).containsExactly(shown.get(0));
        assertThat(journal.head()).isEqualTo(shown.get(1).position());
    }

    @Test
    void a_reader_that_follows_positions_sees_every_event_once() throws Exception {
        List<Future<?>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS - 1; writer++) {
            writers.add(threads.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    journal.append(List.of(change(deal()), change(deal())));
                }
            }));
        }
        List<Event> seen = new ArrayList<>();
        boolean writing = true;
        while (writing) {
            writing = writers.stream().anyMatch(writer -> !writer.isDone());
            follow(seen);
        }

        assertThat(seen).hasSize((WRITERS - 1) * ROUNDS * 2);
        assertThat(seen).extracting(Event::entity).doesNotHaveDuplicates();
        assertThat(seen).extracting(Event::position).isSorted();
    }

    private void follow(List<Event> seen) {
        List<Event> next;
        do {
            Position last =
                    seen.isEmpty() ? Position.START : seen.get(seen.size() - 1).position();
            next = journal.after(last, 7);
            seen.addAll(next);
        } while (!next.isEmpty());
    }

    @Test
    void listeners_hear_of_commits_until_they_leave() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        AutoCloseable first = journal.onCommit(heard::countDown);
        journal.append(List.of(change(deal())));
        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();

        first.close();
        journal.onCommit(second::countDown);
        journal.append(List.of(change(deal())));
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static EntityRef deal() {
        return new EntityRef("opportunity", UUID.randomUUID());
    }

    private static Change change(EntityRef entity) {
        return new Change(entity, Instant.EPOCH, "ada", "test", Json.object().put("amount", 1));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
