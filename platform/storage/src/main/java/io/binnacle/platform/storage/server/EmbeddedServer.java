package io.binnacle.platform.storage.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private PostgreSQL server: reachable over loopback with a generated password only, stopped with the
 * platform, started again when it dies.
 *
 * <p>Below its home lie {@code server-<version>} (binaries), {@code data-<major>}, {@code secret} (the
 * password, mode 0600) and {@code server.log}.
 */
public final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "timezone", "UTC",
            "log_timezone", "UTC",
            "max_wal_size", "1GB",
            "jit", "off");

    private final ServerProcess process;
    private final String password;

    private EmbeddedServer(ServerProcess process, String password) {
        this.process = process;
        this.password = password;
    }

    /**
     * Starts the server and returns when it takes connections.
     *
     * @param home the server's own folder, made when missing
     * @param binariesHome where binaries are unpacked; usually {@code home}
     * @param extra settings of {@code postgresql.conf} on top of our own
     * @throws ServerException with a sentence for the person who starts the platform
     */
    public static EmbeddedServer start(Archive archive, Path home, Path binariesHome, Map<String, String> extra) {
        long begin = System.nanoTime();
        try {
            Folders.create(home.toAbsolutePath());
            Binaries binaries = Binaries.unpack(archive, binariesHome.toAbsolutePath());
            Privileges privileges = Privileges.find(binaries, home.toAbsolutePath());
            String password = Secret.in(home);
            Cluster cluster = Cluster.open(home.toAbsolutePath(), archive.major(), binaries, privileges, password);
            ServerProcess process = ServerProcess.start(
                    port -> privileges.line(postgres(binaries, cluster, port, extra)),
                    cluster.pidFile(),
                    home.resolve("server.log"));
            LOG.info(
                    "PostgreSQL {} runs {} on 127.0.0.1:{}, up in {} ms",
                    archive.version(),
                    privileges,
                    process.port(),
                    (System.nanoTime() - begin) / 1_000_000);
            return new EmbeddedServer(process, password);
        } catch (IOException e) {
            throw new ServerException("the database folder " + home + " cannot be used", e);
        }
    }

    private static List<String> postgres(Binaries binaries, Cluster cluster, int port, Map<String, String> extra) {
        List<String> line = new ArrayList<>(
                List.of(binaries.tool("postgres"), "-D", cluster.folder().toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> line.addAll(List.of("-c", name + "=" + value)));
        extra.forEach((name, value) -> line.addAll(List.of("-c", name + "=" + value)));
        return line;
    }

    /** The address of one database of this server. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + process.port() + "/" + database;
    }

    /** The superuser, who owns everything. */
    public String user() {
        return Cluster.SUPERUSER;
    }

    /** The superuser's password. */
    public String password() {
        return password;
    }

    /** The server's main process. */
    public ProcessHandle process() {
        return process.handle();
    }

    @Override
    public void close() {
        process.close();
    }
}
