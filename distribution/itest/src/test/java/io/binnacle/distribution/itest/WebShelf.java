package io.binnacle.distribution.itest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A folder on a web server of the own machine, whose certificate only those trust who are told to. */
final class WebShelf implements AutoCloseable {

    private static final String PASSWORD = "secret";

    private final Path keyStore;
    private final HttpsServer server;

    WebShelf(Path folder, Path work) throws IOException, InterruptedException, GeneralSecurityException {
        keyStore = keyStore(work);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(keyStore)));
        server.createContext("/", exchange -> serve(exchange, folder));
        server.start();
    }

    String address() {
        return "https://localhost:" + server.getAddress().getPort() + "/";
    }

    /** The settings by which a Java process trusts the server. */
    String[] trust() {
        return new String[] {"-Djavax.net.ssl.trustStore=" + keyStore, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void serve(HttpExchange exchange, Path folder) throws IOException {
        try (exchange) {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            if (Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(200, Files.size(file));
                Files.copy(file, exchange.getResponseBody());
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static SSLContext context(Path keyStore) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static Path keyStore(Path work) throws IOException, InterruptedException {
        Path file = work.resolve("web.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        String[] command = {
            keytool.toString(),
            "-genkeypair",
            "-alias",
            "web",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost",
            "-keystore",
            file.toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD
        };
        Process made = new ProcessBuilder(command).inheritIO().start();
        if (made.waitFor() != 0) {
            throw new IOException("no certificate was made");
        }
        return file;
    }
}
