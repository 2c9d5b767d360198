package io.binnacle.platform.api.storage;

import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The PostgreSQL database. Work runs on the calling thread; nested calls on one thread join the outer
 * transaction, so one transaction can span several bundles.
 *
 * <p>A transaction commits when the work returns and rolls back when it throws; when nested work throws, all of
 * it rolls back, even if somebody in between catches the failure. After an SQL error the whole
 * transaction is dead: do not catch it and go on. Failures to reach the database come as
 * {@code DATABASE_UNAVAILABLE}, a full disk as {@code DISK_FULL}.
 */
@ProviderType
public interface Database {

    /** Runs {@code work} in a transaction. */
    <T> T inTransaction(Function<Handle, T> work);

    /** Runs {@code work} in a transaction, for its effect alone. */
    default void useTransaction(Consumer<Handle> work) {
        inTransaction(handle -> {
            work.accept(handle);
            return null;
        });
    }

    /**
     * Runs {@code work} in a read-only transaction that sees one snapshot of the database throughout; inside
     * another transaction it joins that one.
     */
    <T> T read(Function<Handle, T> work);

    /**
     * Loads rows by {@code COPY … FROM STDIN} in the transaction of {@code handle}.
     *
     * @return how many rows were loaded
     */
    long copyIn(Handle handle, String copy, InputStream rows);

    /** Runs {@code action} on this thread once the present transaction has committed; never when it rolls back. */
    void afterCommit(Runnable action);
}
