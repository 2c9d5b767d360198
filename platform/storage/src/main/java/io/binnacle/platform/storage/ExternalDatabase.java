package io.binnacle.platform.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** A database that somebody else runs. */
record ExternalDatabase(DatabaseAddress address) implements DatabaseSource {

    private static final int OLDEST_MAJOR = 14;

    @Override
    public DatabaseAddress open() throws SQLException {
        try (Connection connection = address.owner().getConnection()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new SQLException("it is PostgreSQL " + major + ", at least " + OLDEST_MAJOR + " is needed");
            }
        }
        return address;
    }

    @Override
    public String waitingFor() {
        return "the database " + address;
    }

    @Override
    public void close() {}
}
