package io.binnacle.platform.storage;

import io.binnacle.platform.api.error.PlatformError;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells from an SQL error whether the database is away, full, or was simply asked for something wrong. */
public final class Failures {

    private static final String DISK_FULL = "53100";
    private static final String IO_ERROR = "58030";
    private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03");

    /** Connection exceptions, shutting down, starting up, no connection left. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    private Failures() {}

    /** {@code failure} by its name where it has one, otherwise as it is. */
    public static RuntimeException translated(RuntimeException failure) {
        SQLException sql = cause(failure);
        if (sql == null) {
            return failure;
        }
        if (isFull(sql)) {
            return PlatformError.DISK_FULL
                    .because("the disk of the database is full, so nothing was written; free some space and try again")
                    .causedBy(failure);
        }
        if (isUnavailable(sql)) {
            return PlatformError.DATABASE_UNAVAILABLE
                    .because("the database cannot be reached at the moment; try again in a few seconds")
                    .causedBy(failure);
        }
        if (BUSY.contains(state(sql))) {
            return PlatformError.CONFLICT
                    .because(
                            "somebody else changed the same things at the same time, so nothing was written; try again")
                    .causedBy(failure);
        }
        return failure;
    }

    static boolean isUnavailable(SQLException failure) {
        String state = state(failure);
        return state.startsWith("08")
                || AWAY.contains(state)
                || failure instanceof SQLTransientConnectionException
                || failure.getCause() instanceof IOException;
    }

    /** The first line of what the database says; the others are details for programmers. */
    static String sentence(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("it does not say why");
    }

    private static boolean isFull(SQLException failure) {
        return state(failure).equals(DISK_FULL)
                || state(failure).equals(IO_ERROR)
                        && String.valueOf(failure.getMessage()).contains("No space left");
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    private static SQLException cause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
