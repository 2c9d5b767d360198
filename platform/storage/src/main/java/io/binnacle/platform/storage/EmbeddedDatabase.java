package io.binnacle.platform.storage;

import io.binnacle.platform.storage.server.Archive;
import io.binnacle.platform.storage.server.EmbeddedServer;
import io.binnacle.platform.storage.server.ServerException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A database in a server of our own. */
final class EmbeddedDatabase implements DatabaseSource {

    private static final String NAME = "binnacle";

    private final Supplier<Optional<Archive>> archive;
    private final Path home;
    private final int connections;
    private EmbeddedServer server;

    EmbeddedDatabase(Supplier<Optional<Archive>> archive, Path home, int connections) {
        this.archive = archive;
        this.home = home;
        this.connections = connections;
    }

    @Override
    public DatabaseAddress open() throws SQLException {
        if (server == null) {
            Archive binaries = archive.get().orElseThrow(ServerException::noBinaries);
            server = EmbeddedServer.start(
                    binaries, home, home, Map.of("max_connections", Integer.toString(connections)));
        }
        createIfMissing();
        return address(NAME);
    }

    private void createIfMissing() throws SQLException {
        try (Connection connection = address("postgres").owner().getConnection();
                Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            if (!found.next()) {
                sql.execute("create database " + NAME);
            }
        }
    }

    private DatabaseAddress address(String database) {
        return new DatabaseAddress(server.url(database), server.user(), server.password());
    }

    @Override
    public String waitingFor() {
        return "the embedded database in " + home;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
