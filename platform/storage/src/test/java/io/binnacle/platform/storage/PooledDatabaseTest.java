package io.binnacle.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.storage.schema.Migrations;
import io.binnacle.platform.storage.schema.Script;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PooledDatabaseTest {

    private PooledDatabase database;

    @BeforeEach
    void open() throws Exception {
        DatabaseAddress address = TestPostgres.emptyDatabase();
        Script script = Script.of("V1__deal.sql", "create table deal (name text primary key)");
        new Migrations(address.owner(), ApplicationRole.prepare(address.owner())).apply("sales", List.of(script));
        database = TestPostgres.open(address);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nested_work_joins_the_transaction_and_goes_with_it() {
        assertThatThrownBy(() -> database.useTransaction(outer -> {
                    insert(outer, "outer");
                    database.useTransaction(inner -> {
                        assertThat(inner).isSameAs(outer);
                        insert(inner, "inner");
                    });
                    assertThat(database.<Long>read(PooledDatabaseTest::count)).isEqualTo(2);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(count()).isZero();
    }

    @Test
    void a_nested_failure_that_is_swallowed_still_undoes_everything() {
        assertThatThrownBy(() -> database.useTransaction(outer -> {
                    insert(outer, "outer");
                    try {
                        database.useTransaction(inner -> {
                            insert(inner, "half");
                            throw new IllegalArgumentException("the other half is wrong");
                        });
                    } catch (IllegalArgumentException swallowed) {
                        insert(outer, "more");
                    }
                }))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("the other half is wrong");

        assertThat(count()).isZero();
    }

    @Test
    void what_follows_a_commit_never_follows_a_rollback() {
        List<String> told = new ArrayList<>();
        database.useTransaction(outer -> {
            insert(outer, "kept");
            database.useTransaction(inner -> database.afterCommit(() -> told.add("committed " + count())));
            told.add("working");
        });
        assertThatThrownBy(() -> database.useTransaction(handle -> {
                    database.afterCommit(() -> told.add("rolled back"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(told).containsExactly("working", "committed 1");
        assertThatThrownBy(() -> database.afterCommit(() -> {})).hasMessageContaining("inside inTransaction");
    }

    @Test
    void a_reader_sees_one_snapshot_and_cannot_write() throws Exception {
        database.read(handle -> {
            assertThat(count(handle)).isZero();
            writeOnAnotherThread();
            assertThat(count(handle)).isZero();
            return null;
        });
        assertThat(count()).isEqualTo(1);
        assertThatThrownBy(() -> database.read(handle -> insert(handle, "x"))).hasMessageContaining("read-only");
    }

    private void writeOnAnotherThread() {
        Thread writer = new Thread(() -> database.useTransaction(handle -> insert(handle, "from elsewhere")));
        writer.start();
        try {
            writer.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void loads_rows_by_copy_in_the_same_transaction() {
        ByteArrayInputStream rows = new ByteArrayInputStream("Acme\nInitech\n".getBytes(StandardCharsets.UTF_8));

        long loaded = database.inTransaction(handle -> database.copyIn(handle, "copy sales.deal from stdin", rows));

        assertThat(loaded).isEqualTo(2);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void rows_that_do_not_fit_are_refused_with_the_reason() {
        ByteArrayInputStream rows = new ByteArrayInputStream("Acme\nAcme\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() ->
                        database.useTransaction(handle -> database.copyIn(handle, "copy sales.deal from stdin", rows)))
                .hasMessageContaining("duplicate key");
        assertThat(count()).isZero();
    }

    @Test
    void a_database_that_is_away_has_a_name() {
        DatabaseAddress nowhere = new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/none", "nobody", "");
        try (PooledDatabase away = new PooledDatabase(nowhere, new ApplicationRole(true), 2)) {
            assertThatThrownBy(() -> away.read(PooledDatabaseTest::count))
                    .isInstanceOfSatisfying(PlatformException.class, e -> assertThat(e.code())
                            .isEqualTo(PlatformError.DATABASE_UNAVAILABLE));
            assertThat(away.isReachable()).isFalse();
        }
    }

    @Test
    void a_full_disk_has_a_name() {
        assertThatThrownBy(() -> database.useTransaction(handle ->
                        handle.execute("do $$ begin raise exception 'no space left' using errcode = '53100'; end $$")))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.code()).isEqualTo(PlatformError.DISK_FULL));
    }

    @Test
    void two_that_block_each_other_are_a_conflict() {
        database.useTransaction(handle -> {
            insert(handle, "a");
            assertThatThrownBy(() -> onAnotherThread(other -> {
                        other.execute("set local lock_timeout = '50ms'");
                        insert(other, "a");
                    }))
                    .isInstanceOfSatisfying(
                            PlatformException.class, e -> assertThat(e.code()).isEqualTo(PlatformError.CONFLICT));
        });
    }

    private void onAnotherThread(java.util.function.Consumer<Handle> work) throws Throwable {
        try {
            java.util.concurrent.CompletableFuture.runAsync(() -> database.useTransaction(work))
                    .join();
        } catch (java.util.concurrent.CompletionException e) {
            throw e.getCause();
        }
    }

    private long count() {
        return database.read(PooledDatabaseTest::count);
    }

    private static long count(Handle handle) {
        return handle.createQuery("select count(*) from sales.deal")
                .mapTo(Long.class)
                .one();
    }

    private static int insert(Handle handle, String name) {
        return handle.execute("insert into sales.deal values (?)", name);
    }
}
