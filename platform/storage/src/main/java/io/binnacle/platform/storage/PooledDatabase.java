package io.binnacle.platform.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.storage.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.postgresql.PGConnection;

/** The database over a pool of connections, all in the application's role. */
public final class PooledDatabase implements Database, AutoCloseable {

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ThreadLocal<Transaction> present = new ThreadLocal<>();

    /** Opens no connection yet. */
    public PooledDatabase(DatabaseAddress address, ApplicationRole role, int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("binnacle");
        config.setDataSource(address.owner());
        config.setConnectionInitSql(role.onConnect());
        config.setMaximumPoolSize(poolSize);
        config.setMinimumIdle(Math.min(2, poolSize));
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(-1);
        pool = new HikariDataSource(config);
        jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin());
    }

    @Override
    public <T> T inTransaction(Function<Handle, T> work) {
        Transaction outer = present.get();
        return outer == null ? begin(work, Transaction::readWrite) : outer.join(work);
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        Transaction outer = present.get();
        return outer == null ? begin(work, Transaction::snapshot) : work.apply(outer.handle());
    }

    @Override
    public long copyIn(Handle handle, String copy, InputStream rows) {
        try {
            return handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copy, rows, 1 << 16);
        } catch (SQLException e) {
            throw Failures.translated(new IllegalStateException(copy + " failed: " + e.getMessage(), e));
        } catch (IOException e) {
            throw new UncheckedIOException("the rows for " + copy + " could not be read", e);
        }
    }

    @Override
    public void afterCommit(Runnable action) {
        Transaction transaction = present.get();
        if (transaction == null) {
            throw new IllegalStateException("there is no transaction on this thread; call this inside inTransaction");
        }
        transaction.afterCommit(action);
    }

    /** Whether the database answers; waits a few seconds for it. */
    boolean isReachable() {
        try {
            return read(handle -> true);
        } catch (PlatformException e) {
            return false;
        }
    }

    private <T> T begin(Function<Handle, T> work, Function<Handle, Transaction> start) {
        Transaction transaction = null;
        T result;
        try (Handle handle = jdbi.open()) {
            transaction = start.apply(handle);
            present.set(transaction);
            result = transaction.run(work);
        } catch (JdbiException e) {
            throw Failures.translated(e);
        } finally {
            present.remove();
        }
        transaction.committed();
        return result;
    }

    @Override
    public void close() {
        pool.close();
    }
}
