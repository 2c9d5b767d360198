package io.binnacle.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.operation.Operation;
import io.binnacle.platform.api.operation.Operation.State;
import io.binnacle.platform.api.operation.Operations.Task;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StoredOperationsTest {

    private static final Principal ADA = new Principal("ada", io.binnacle.platform.api.security.Role.MANAGER);

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("operations");

    @TempDir
    Path data;

    private final CountDownLatch release = new CountDownLatch(1);
    private final List<StoredOperations> started = new ArrayList<>();
    private StoredOperations operations;

    @BeforeEach
    void start() {
        db.database().useTransaction(handle -> handle.execute("delete from operations.operation"));
        operations = on(data);
    }

    @AfterEach
    void stop() {
        release.countDown();
        started.forEach(StoredOperations::stop);
    }

    @Test
    void work_goes_on_behind_the_request_and_its_result_is_kept() {
        Operation accepted = operations.start("test", ADA, progress -> {
            release.await();
            return Map.of("rows", 3);
        });

        assertThat(accepted.state()).isEqualTo(State.RUNNING);
        assertThat(accepted.startedBy()).isEqualTo("ada");
        assertThat(accepted.startedAt()).isEqualTo(db.clock().instant());
        release.countDown();

        Operation ended = stored(accepted.id(), operation -> operation.state() == State.SUCCEEDED);
        assertThat(ended.percent()).isEqualTo(100);
        assertThat(ended.result()).hasToString("Optional[{\"rows\":3}]");
        assertThat(ended.problem()).isEmpty();
        assertThat(ended.endedAt()).contains(db.clock().instant());
    }

    @Test
    void progress_is_seen_at_once_here_and_soon_in_the_table() {
        Operation accepted = operations.start("test", ADA, progress -> {
            progress.report(40, "reading");
            progress.report(30, "still reading");
            release.await();
            return "done";
        });

        Operation soon = stored(accepted.id(), operation -> operation.percent() == 40);
        assertThat(soon.message()).isEqualTo("still reading");
        assertThat(soon.state()).isEqualTo(State.RUNNING);
        assertThat(operations.find(accepted.id())).contains(soon);
        assertThat(operations.newest(Optional.empty(), 10)).containsExactly(soon);
    }

    @Test
    void a_task_may_say_how_it_ended() {
        Operation accepted = operations.start("test", ADA, progress -> {
            progress.report(100, "3 rows imported");
            return "";
        });

        assertThat(ended(accepted).message()).isEqualTo("3 rows imported");
    }

    @Test
    void cancelled_work_ends_at_its_next_report() {
        CountDownLatch begun = new CountDownLatch(1);
        Operation accepted = operations.start("test", ADA, progress -> {
            begun.countDown();
            release.await();
            progress.report(50, "half of it");
            return "never said";
        });
        await(begun);

        operations.cancel(accepted.id(), ADA);
        release.countDown();

        Operation cancelled = ended(accepted);
        assertThat(cancelled.state()).isEqualTo(State.INTERRUPTED);
        assertThat(cancelled.message()).isEqualTo("Cancelled by ada; nothing of it was kept.");
        assertThat(cancelled.result()).isEmpty();
        assertThatThrownBy(() -> operations.cancel(accepted.id(), ADA))
                .hasMessageContaining("cannot be cancelled: Cancelled by ada");
    }

    @Test
    void what_was_done_when_somebody_cancelled_it_stays_done() {
        CountDownLatch begun = new CountDownLatch(1);
        Operation accepted = operations.start("test", ADA, progress -> {
            begun.countDown();
            release.await();
            return 3;
        });
        await(begun);

        operations.cancel(accepted.id(), ADA);
        release.countDown();

        assertThat(ended(accepted).state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void a_failure_with_a_name_keeps_its_name_and_sentence() {
        Operation accepted = operations.start("test", ADA, progress -> {
            throw PlatformError.INVALID_CONTENT.because("line 3 is no date").at("/files/0");
        });

        Operation failed = ended(accepted);

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.message()).isEqualTo("line 3 is no date");
        assertThat(failed.problem()).hasValueSatisfying(problem -> assertThat(problem)
                .hasToString("{\"code\":\"INVALID_CONTENT\",\"detail\":\"line 3 is no date\",\"errors\":[{\"code\":"
                        + "\"INVALID_CONTENT\",\"detail\":\"line 3 is no date\",\"pointer\":\"/files/0\"}],"
                        + "\"instance\":\"/api/v1/operations/" + accepted.id() + "\",\"status\":422,"
                        + "\"title\":\"Invalid content\",\"type\":\"urn:binnacle:problem:invalid-content\"}"));
    }

    @Test
    void a_failure_without_a_name_tells_only_where_to_look() {
        Operation accepted = operations.start("test", ADA, progress -> {
            throw new IllegalStateException("secret detail");
        });

        Operation failed = ended(accepted);

        assertThat(failed.problem()).hasValueSatisfying(problem -> {
            assertThat(problem.path("code").asText()).isEqualTo("INTERNAL_ERROR");
            assertThat(problem.path("correlationId").asText()).hasSize(36);
            assertThat(problem.toString()).doesNotContain("secret detail");
        });
    }

    @Test
    void a_result_that_is_no_json_is_a_failure() {
        Operation accepted = operations.start("test", ADA, progress -> new Object() {
            @SuppressWarnings("unused")
            public String getFault() {
                throw new IllegalStateException("cannot be read");
            }
        });

        assertThat(ended(accepted).state()).isEqualTo(State.FAILED);
    }

    @Test
    void characters_that_the_database_refuses_do_not_keep_the_end_from_being_stored() {
        Operation accepted = operations.start("test", ADA, progress -> {
            throw PlatformError.INVALID_CONTENT.because("'a\0b' is no date");
        });

        assertThat(stored(accepted.id(), operation -> operation.state() == State.FAILED)
                        .problem()
                        .orElseThrow()
                        .path("detail")
                        .asText())
                .isEqualTo("'a\0b' is no date");
    }

    @Test
    void work_of_a_transaction_that_is_rolled_back_never_starts() {
        CountDownLatch ran = new CountDownLatch(1);
        assertThatThrownBy(() -> db.database().useTransaction(handle -> {
                    operations.start("test", ADA, progress -> {
                        ran.countDown();
                        return "";
                    });
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");

        assertThat(operations.newest(Optional.empty(), 10)).isEmpty();
        assertThat(ran.getCount()).isOne();
    }

    @Test
    void when_too_many_wait_the_next_is_refused() {
        StoredOperations small = with(data.resolve("."), new Workers(1, 1));
        Task wait = progress -> {
            release.await();
            return "";
        };
        Operation first = small.start("test", ADA, wait);
        Awaitility.await()
                .until(() -> small.find(first.id()).orElseThrow().message().equals("running"));
        small.start("test", ADA, wait);

        assertThatThrownBy(() -> small.start("test", ADA, wait))
                .isInstanceOfSatisfying(PlatformException.class, refused -> assertThat(refused.code())
                        .isEqualTo(PlatformError.NOT_READY));
    }

    @Test
    void what_a_dead_process_left_running_is_interrupted_at_the_next_start() {
        Operation left = operations.start("test", ADA, progress -> {
            release.await();
            return "";
        });

        StoredOperations next = on(data);

        assertThat(next.find(left.id())).hasValueSatisfying(operation -> {
            assertThat(operation.state()).isEqualTo(State.INTERRUPTED);
            assertThat(operation.endedAt()).isPresent();
            assertThat(operation.message()).contains("Start it again");
        });
    }

    @Test
    void another_node_leaves_it_alone(@TempDir Path otherData) {
        Operation running = operations.start("test", ADA, progress -> {
            release.await();
            return "";
        });

        StoredOperations other = on(otherData);

        assertThat(other.find(running.id()).map(Operation::state)).contains(State.RUNNING);
    }

    @Test
    void a_stop_interrupts_what_runs_and_what_waits() {
        StoredOperations small = with(data.resolve("."), new Workers(1, 5));
        CountDownLatch working = new CountDownLatch(1);
        Operation runs = small.start("test", ADA, progress -> {
            working.countDown();
            release.await(1, TimeUnit.HOURS);
            return "";
        });
        Operation waits = small.start("test", ADA, progress -> "");
        await(working);

        small.stop();

        assertThat(stored(runs.id()).state()).isEqualTo(State.INTERRUPTED);
        assertThat(stored(waits.id()).state()).isEqualTo(State.INTERRUPTED);
    }

    @Test
    void operations_are_kept_for_thirty_days() {
        Operation old = ended(operations.start("test", ADA, progress -> ""));
        stored(old.id(), operation -> operation.state() == State.SUCCEEDED);

        db.clock().advance(Duration.ofDays(30));
        assertThat(on(data).find(old.id())).isPresent();
        db.clock().advance(Duration.ofMillis(1));
        assertThat(on(data).find(old.id())).isEmpty();
    }

    @Test
    void the_newest_come_first_page_by_page() {
        UUID one = operations.start("test", ADA, progress -> "").id();
        UUID two = operations.start("test", ADA, progress -> "").id();
        UUID three = operations.start("test", ADA, progress -> "").id();

        assertThat(operations.newest(Optional.empty(), 2))
                .extracting(Operation::id)
                .containsExactly(three, two);
        assertThat(operations.newest(Optional.of(two), 2))
                .extracting(Operation::id)
                .containsExactly(one);
    }

    @Test
    void those_of_one_kind_are_told_apart() {
        UUID one = operations.start("one", ADA, progress -> "").id();
        operations.start("two", ADA, progress -> "");
        UUID last = operations.start("one", ADA, progress -> "").id();

        assertThat(operations.newest("one", Optional.empty(), 2))
                .extracting(Operation::id)
                .containsExactly(last, one);
        assertThat(operations.newest("one", Optional.of(last), 2))
                .extracting(Operation::id)
                .containsExactly(one);
    }

    private StoredOperations on(Path folder) {
        return with(folder, new Workers(2, 50));
    }

    private StoredOperations with(Path folder, Workers workers) {
        StoredOperations made =
                new StoredOperations(new OperationStore(db.database(), Node.in(folder)), db.clock(), workers);
        started.add(made);
        return made;
    }

    private Operation ended(Operation accepted) {
        return Awaitility.await()
                .until(() -> operations.find(accepted.id()).orElseThrow(), found -> found.state() != State.RUNNING);
    }

    /** As another process sees it. */
    private Operation stored(UUID id) {
        return new OperationStore(db.database(), new Node(new UUID(0, 0)))
                .find(id)
                .orElseThrow();
    }

    private Operation stored(UUID id, Predicate<Operation> condition) {
        return Awaitility.await().until(() -> stored(id), condition);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
