package io.binnacle.platform.storage.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.storage.ApplicationRole;
import io.binnacle.platform.storage.DatabaseAddress;
import io.binnacle.platform.storage.PooledDatabase;
import io.binnacle.platform.storage.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedServerTest {

    @TempDir
    private Path folder;

    private Path home;
    private EmbeddedServer server;

    @BeforeEach
    void start() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        home = folder.resolve("data/postgres");
        server = startAgain();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listens_on_loopback_only_and_wants_the_password_that_only_the_owner_can_read() throws Exception {
        assertThat(query("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query("show unix_socket_directories")).isEmpty();
        assertThat(query("show data_checksums")).isEqualTo("on");
        assertThat(query("show server_encoding")).isEqualTo("UTF8");
        assertThat(query("show password_encryption")).isEqualTo("scram-sha-256");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secret"))))
                .isEqualTo("rw-------");
        DatabaseAddress guess = new DatabaseAddress(server.url("postgres"), server.user(), "guess");
        assertThatThrownBy(() -> guess.owner().getConnection()).hasMessageContaining("password");
    }

    @Test
    void starts_again_on_what_it_left() throws Exception {
        execute("create table kept as select 42 as answer");
        server.close();
        server = startAgain();

        assertThat(query("select answer from kept")).isEqualTo("42");
    }

    @Test
    void keeps_every_acknowledged_commit_when_it_is_killed_and_comes_back_by_itself() throws Exception {
        execute("create table written (n int)");
        DatabaseAddress address = TestPostgres.address(server, "postgres");
        try (PooledDatabase database = new PooledDatabase(address, new ApplicationRole(false), 2)) {
            int acknowledged = 0;
            for (int round = 0; round < 3; round++) {
                ProcessHandle victim = server.process();
                int killAt = acknowledged + 50;
                while (victim.isAlive()) {
                    int next = acknowledged + 1;
                    database.useTransaction(handle -> handle.execute("insert into written values (?)", next));
                    acknowledged = next;
                    if (acknowledged == killAt) {
                        victim.destroyForcibly();
                        victim.onExit().get(10, TimeUnit.SECONDS);
                    }
                }
                assertThat(countOnceBack(database)).isEqualTo(acknowledged);
            }
        }
    }

    private static long countOnceBack(PooledDatabase database) {
        while (true) {
            try {
                return database.read(handle -> handle.createQuery("select count(distinct n) from written")
                        .mapTo(Long.class)
                        .one());
            } catch (PlatformException stillAway) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void stops_a_server_that_a_killed_process_left_behind() throws Exception {
        execute("create table kept as select 42 as answer");
        server.close();
        Process orphan = orphan();

        server = startAgain();

        assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(query("select answer from kept")).isEqualTo("42");
    }

    private Process orphan() throws Exception {
        Binaries binaries = Binaries.unpack(TestPostgres.archive(), TestPostgres.binaries());
        Path data = home.resolve("data-17");
        Process orphan = new ProcessBuilder(Privileges.find(binaries, home)
                        .line(List.of(binaries.tool("postgres"), "-D", data.toString(), "-k", "", "-p", "1")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orphan.log").toFile())
                .start();
        while (!Files.exists(data.resolve("postmaster.pid"))) {
            assertThat(orphan.isAlive()).isTrue();
        }
        return orphan;
    }

    @Test
    void root_finds_a_way_even_below_a_folder_that_nobody_else_can_enter() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root has to give up privileges");
        server.close();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

        server = EmbeddedServer.start(TestPostgres.archive(), home, home, Map.of());

        assertThat(query("select 1")).isEqualTo("1");
    }

    @Test
    void says_what_was_tried_when_the_binaries_do_not_run() {
        Path empty = folder.resolve("empty");

        assertThatThrownBy(() -> Privileges.find(new Binaries(empty), home))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("tried")
                .hasMessageContaining("external database");
    }

    @Test
    void does_not_begin_with_nothing_beside_the_data_of_another_version() throws Exception {
        Path other = Files.createDirectories(folder.resolve("older"));
        Files.createDirectory(other.resolve("data-9"));

        assertThatThrownBy(() -> EmbeddedServer.start(TestPostgres.archive(), other, TestPostgres.binaries(), Map.of()))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("data-9")
                .hasMessageContaining("17");
    }

    @Test
    void says_where_to_look_when_the_server_refuses_to_start() {
        Map<String, String> wrong = Map.of("shared_buffers", "nonsense");

        assertThatThrownBy(() -> EmbeddedServer.start(
                        TestPostgres.archive(), folder.resolve("other"), TestPostgres.binaries(), wrong))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("server.log");
    }

    private EmbeddedServer startAgain() throws Exception {
        return EmbeddedServer.start(TestPostgres.archive(), home, TestPostgres.binaries(), Map.of());
    }

    private void execute(String command) throws SQLException {
        try (Connection connection =
                        TestPostgres.address(server, "postgres").owner().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(command);
        }
    }

    private String query(String query) throws SQLException {
        try (Connection connection =
                        TestPostgres.address(server, "postgres").owner().getConnection();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
