package io.binnacle.platform.gateway;

import static io.binnacle.platform.gateway.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerFailuresTest {

    @TempDir
    static Path data;

    static RunningGateway running;

    @BeforeAll
    static void start() {
        running = new RunningGateway(data);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NONSENSE, 400, MALFORMED_REQUEST",
        "GET / HTTP/9.9, 505, HTTP_VERSION_NOT_SUPPORTED",
        "GET /a%2Fb HTTP/1.1, 400, MALFORMED_REQUEST",
        "GET /%zz HTTP/1.1, 400, MALFORMED_REQUEST",
        "GET /a/..;/b HTTP/1.1, 400, MALFORMED_REQUEST",
    })
    void a_bad_request_line_is_a_problem(String line, int status, String code) throws IOException {
        expect(send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"), status, code);
    }

    @Test
    void a_missing_host_is_a_problem() throws IOException {
        expect(send("GET /livez HTTP/1.1\r\n\r\n"), 400, "MALFORMED_REQUEST");
    }

    @Test
    void a_bad_header_is_a_problem() throws IOException {
        expect(send("GET /livez HTTP/1.1\r\nHost: localhost\r\nbad header\r\n\r\n"), 400, "MALFORMED_REQUEST");
    }

    @Test
    void a_content_length_that_is_no_number_is_a_problem() throws IOException {
        String head = "POST /livez HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n";

        expect(send(head), 400, "MALFORMED_REQUEST");
    }

    @Test
    void headers_that_are_too_large_are_431() throws IOException {
        String head = "GET /livez HTTP/1.1\r\nHost: localhost\r\nX-Big: " + "x".repeat(20_000) + "\r\n\r\n";

        expect(send(head), 431, "REQUEST_HEADER_FIELDS_TOO_LARGE");
    }

    @Test
    void an_address_that_is_too_long_is_414() throws IOException {
        expect(send("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"), 414, "URI_TOO_LONG");
    }

    @Test
    void a_broken_chunk_is_a_problem() throws IOException {
        String request = "POST /livez HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\nzz\r\nbroken\r\n0\r\n\r\n";

        assertThat(send(request)).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    private static void expect(String answer, int status, String code) throws IOException {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        String[] parts = answer.split("\r\n\r\n", 2);
        assertThat(parts[0])
                .contains("application/problem+json", "nosniff", "frame-ancestors", "no-store")
                .doesNotContainIgnoringCase("server:");
        JsonNode problem = problem(parts[1], status, code);
        assertThat(problem.path("detail").asText()).doesNotContain("<html", "jetty");
    }

    /** Sends bytes as they are and reads until the server hangs up. */
    private static String send(String request) throws IOException {
        URI address = URI.create(running.gateway.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (SocketException refusedBeforeTheEnd) {
                // the answer says why
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
