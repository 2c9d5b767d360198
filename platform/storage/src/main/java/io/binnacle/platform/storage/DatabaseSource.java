package io.binnacle.platform.storage;

import java.sql.SQLException;

/** Where the platform's database comes from. */
interface DatabaseSource extends AutoCloseable {

    /**
     * Makes the database reachable; called again after a failure.
     *
     * @throws SQLException when it is worth trying again
     */
    DatabaseAddress open() throws SQLException;

    /** What is being waited for, for {@code /readyz}. */
    String waitingFor();

    @Override
    void close();
}
