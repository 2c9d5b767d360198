package io.binnacle.platform.storage;

import static io.binnacle.platform.api.error.PlatformError.INTERNAL_ERROR;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One transaction of one thread, with everybody who joined it. */
final class Transaction {

    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final Handle handle;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Throwable nestedFailure;

    private Transaction(Handle handle) {
        this.handle = handle;
    }

    static Transaction readWrite(Handle handle) {
        handle.begin();
        return new Transaction(handle);
    }

    static Transaction snapshot(Handle handle) {
        handle.begin();
        handle.execute("set transaction isolation level repeatable read, read only");
        return new Transaction(handle);
    }

    Handle handle() {
        return handle;
    }

    <T> T run(Function<Handle, T> work) {
        boolean finished = false;
        try {
            T result = work.apply(handle);
            refuseHalfDoneWork();
            finished = true;
            handle.commit();
            return result;
        } finally {
            if (!finished) {
                rollBack();
            }
        }
    }

    /** Nested work that throws leaves its half behind, so from then on the whole can only be rolled back. */
    <T> T join(Function<Handle, T> work) {
        try {
            return work.apply(handle);
        } catch (RuntimeException | Error e) {
            nestedFailure = nestedFailure == null ? e : nestedFailure;
            throw e;
        }
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("the transaction was committed, but what should follow failed", e);
            }
        }
    }

    private void refuseHalfDoneWork() {
        if (nestedFailure != null) {
            throw INTERNAL_ERROR
                    .because(
                            "nothing was written, because a part of the transaction failed: %s",
                            nestedFailure.getMessage())
                    .causedBy(nestedFailure);
        }
    }

    private void rollBack() {
        try {
            handle.rollback();
        } catch (RuntimeException e) {
            // The failure that led here says more; a lost connection rolls back on the server anyway.
            LOG.debug("rollback failed", e);
        }
    }
}
