package io.binnacle.platform.testkit;

import io.binnacle.platform.storage.DatabaseAddress;
import io.binnacle.platform.storage.server.Archive;
import io.binnacle.platform.storage.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The one PostgreSQL server of a test run; it starts when the first test needs it and ends with the JVM. */
final class TestServer {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedServer server;

    private TestServer(EmbeddedServer server) {
        this.server = server;
    }

    static TestServer shared() {
        return Holder.SERVER;
    }

    /** An empty database. */
    DatabaseAddress create() {
        String name = "test_" + DATABASES.incrementAndGet();
        execute("create database " + name);
        return address(name);
    }

    void drop(DatabaseAddress database) {
        execute("drop database " + database.url().replaceFirst(".*/", "") + " with (force)");
    }

    private void execute(String command) {
        try (Connection connection = address("postgres").owner().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(command + " failed", e);
        }
    }

    private DatabaseAddress address(String database) {
        return new DatabaseAddress(server.url(database), server.user(), server.password());
    }

    private static final class Holder {

        /** A test's data need not survive the machine. */
        private static final Map<String, String> FAST = Map.of("fsync", "off", "full_page_writes", "off");

        static final TestServer SERVER = start();

        private static TestServer start() {
            try {
                Archive archive = Archive.onClassPath(TestServer.class.getClassLoader())
                        .orElseThrow(
                                () -> new IllegalStateException("no PostgreSQL for this machine on the class path"));
                Path home = Files.createTempDirectory("binnacle-test-");
                // Unpacking takes a second, so the binaries stay for the next run.
                Path binaries = home.resolveSibling("binnacle-test-postgres-" + System.getProperty("user.name"));
                EmbeddedServer server = EmbeddedServer.start(archive, home.resolve("postgres"), binaries, FAST);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, home)));
                return new TestServer(server);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedServer server, Path home) {
            server.close();
            try (Stream<Path> paths = Files.walk(home)) {
                List<Path> deepestFirst =
                        paths.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
