package io.binnacle.platform.plugins.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.plugins.PluginError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpsFetchTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    static Path work;

    private static HttpsServer server;
    private static SSLContext context;

    @BeforeAll
    static void serve() throws Exception {
        context = context(keyStore());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/whole", exchange -> answer(exchange, 200, 5));
        server.createContext("/chunks", exchange -> answer(exchange, 200, 0));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/whole");
            answer(exchange, 302, 5);
        });
        server.createContext("/gone", exchange -> answer(exchange, 404, 5));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whole", "/chunks", "/whole?with=query"})
    void gets_a_file(String path) throws IOException {
        assertThat(fetch("https://localhost:" + port() + path, 100)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whole", "/chunks"})
    void gets_no_more_than_it_was_asked_for(String path) {
        assertThat(refusal("https://localhost:" + port() + path, 4, true)).contains("more than 4 bytes");
    }

    @Test
    void follows_no_redirect() {
        assertThatThrownBy(() -> fetch("https://localhost:" + port() + "/moved", 100))
                .hasMessage("it answers 302 instead of the file");
        assertThatThrownBy(() -> fetch("https://localhost:" + port() + "/gone", 100))
                .hasMessage("it answers 404 instead of the file");
    }

    @Test
    void the_certificate_has_to_be_for_the_name() {
        assertThatThrownBy(() -> fetch("https://127.0.0.1:" + port() + "/whole", 100))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void the_certificate_has_to_be_trusted() {
        URI address = URI.create("https://localhost:" + port() + "/whole");
        assertThatThrownBy(() -> new HttpsFetch(true).copy(address, 100, PATIENCE, new ByteArrayOutputStream()))
                .isInstanceOf(SSLException.class);
    }

    @Test
    void a_server_that_never_ends_is_left() {
        assertThatThrownBy(() -> new HttpsFetch(context.getSocketFactory(), true)
                        .copy(
                                URI.create("https://localhost:" + port() + "/whole"),
                                100,
                                Duration.ofNanos(1),
                                new ByteArrayOutputStream()))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/index.json",
                "ftp://example.org/index.json",
                "file:///etc/passwd",
                "https://user@example.org/index.json",
                "https:index.json"
            })
    void only_https_is_spoken(String address) {
        assertThat(refusal(address, 100, true)).contains("is refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[fe80::1]",
                "[fd00::1]",
                "[ff02::1]",
                "[::ffff:127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:db8::1]"
            })
    void machines_of_the_own_network_are_not_asked(String host) {
        assertThat(refusal("https://" + host + "/index.json", 100, false)).contains("not on the public internet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.215.14", "172.32.0.1", "192.167.255.255", "100.128.0.1", "2606:2800:21f::1"})
    void the_public_internet_is(String address) throws IOException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    private static String fetch(String address, long most) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HttpsFetch(context.getSocketFactory(), true).copy(URI.create(address), most, PATIENCE, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String refusal(String address, long most, boolean privateAllowed) {
        HttpsFetch fetch = new HttpsFetch(context.getSocketFactory(), privateAllowed);
        PlatformException refusal = catchThrowableOfType(
                PlatformException.class,
                () -> fetch.copy(URI.create(address), most, PATIENCE, new ByteArrayOutputStream()));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isIn(PluginError.CATALOGUE_ADDRESS_REFUSED, PluginError.CATALOGUE_INVALID);
        return refusal.getMessage();
    }

    private static int port() {
        return server.getAddress().getPort();
    }

    /** A length of 0 means chunks. */
    private static void answer(HttpExchange exchange, int status, int length) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, length);
            exchange.getResponseBody().write("hel".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.getResponseBody().write("lo".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static KeyStore keyStore() throws IOException, GeneralSecurityException, InterruptedException {
        Path file = work.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            certificates.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        certificates.setCertificateEntry("server", keys.getCertificate("server"));
        trusted.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
