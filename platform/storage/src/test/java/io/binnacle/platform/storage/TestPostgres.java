package io.binnacle.platform.storage;

import io.binnacle.platform.storage.schema.Migrations;
import io.binnacle.platform.storage.schema.Scripts;
import io.binnacle.platform.storage.server.Archive;
import io.binnacle.platform.storage.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One server for all tests of this module, and a new database for whoever asks. */
public final class TestPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Path FOLDER = Path.of("target", "postgres").toAbsolutePath();

    private TestPostgres() {}

    public static Archive archive() throws Exception {
        return Archive.onClassPath(TestPostgres.class.getClassLoader()).orElseThrow();
    }

    /** Where all tests unpack the binaries, once. */
    public static Path binaries() {
        return FOLDER;
    }

    public static DatabaseAddress emptyDatabase() throws Exception {
        String name = "test_" + DATABASES.incrementAndGet();
        EmbeddedServer server = Holder.SERVER;
        try (Connection connection = address(server, "postgres").owner().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("create database " + name);
        }
        return address(server, name);
    }

    /** A database with the journal's tables. */
    public static DatabaseAddress journalDatabase() throws Exception {
        DatabaseAddress address = emptyDatabase();
        migrateJournal(address);
        return address;
    }

    public static void migrateJournal(DatabaseAddress address) throws Exception {
        ApplicationRole role = ApplicationRole.prepare(address.owner());
        new Migrations(address.owner(), role).apply("journal", Scripts.in(Path.of("target", "classes")));
    }

    public static PooledDatabase open(DatabaseAddress address) throws Exception {
        return new PooledDatabase(address, ApplicationRole.prepare(address.owner()), 12);
    }

    public static DatabaseAddress address(EmbeddedServer server, String database) {
        return new DatabaseAddress(server.url(database), server.user(), server.password());
    }

    private static final class Holder {

        static final EmbeddedServer SERVER = start();

        private static EmbeddedServer start() {
            try {
                Path home = FOLDER.resolve("run-" + ProcessHandle.current().pid());
                // Nothing here outlives the tests, so nothing waits for the disk.
                EmbeddedServer server = EmbeddedServer.start(archive(), home, FOLDER, Map.of("fsync", "off"));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, home)));
                return server;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private static void stop(EmbeddedServer server, Path home) {
            server.close();
            try (Stream<Path> paths = Files.walk(home)) {
                paths.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
