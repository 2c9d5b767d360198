package io.binnacle.platform.gateway;

import static io.binnacle.platform.gateway.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.api.security.Role;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {

    private static final int BODY = RunningGateway.BODY_LIMIT;
    private static final int UPLOAD = RunningGateway.UPLOAD_LIMIT;

    @TempDir
    static Path data;

    static RunningGateway running;

    @BeforeAll
    static void start() {
        running = new RunningGateway(data);
        running.serve(routes -> {
            routes.post("/api/v1/bodies", ctx -> ctx.json(Map.of("size", ctx.bodyAsBytes().length)), Role.ANYONE);
            routes.post(
                    "/api/v1/raw",
                    ctx -> ctx.json(Map.of("size", ctx.bodyInputStream().readAllBytes().length)),
                    Role.ANYONE);
            routes.post(
                    "/api/v1/files",
                    ctx -> ctx.json(Map.of(
                            "size",
                            ctx.uploadedFiles("files").stream()
                                    .mapToLong(file -> file.size())
                                    .sum())),
                    Role.ANYONE);
        });
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void a_body_up_to_the_limit_is_taken() throws Exception {
        assertThat(send("/api/v1/bodies", json(BODY)).body()).isEqualTo("{\"size\":" + BODY + "}");
        assertThat(send("/api/v1/bodies", chunked(BODY)).body()).isEqualTo("{\"size\":" + BODY + "}");
    }

    @Test
    void a_body_above_the_limit_is_413_chunked_or_not() throws Exception {
        problem(send("/api/v1/bodies", json(BODY + 1)), 413, "BODY_TOO_LARGE");
        problem(send("/api/v1/bodies", chunked(BODY + 1)), 413, "BODY_TOO_LARGE");
    }

    @Test
    void a_stream_may_be_as_large_as_an_upload() throws Exception {
        assertThat(send("/api/v1/raw", chunked(UPLOAD)).body()).isEqualTo("{\"size\":" + UPLOAD + "}");
    }

    @Test
    void no_body_whatever_is_larger_than_an_upload_may_be() throws Exception {
        problem(send("/api/v1/raw", json(UPLOAD + 1)), 413, "BODY_TOO_LARGE");
        problem(send("/api/v1/raw", chunked(UPLOAD + 1)), 413, "BODY_TOO_LARGE");
    }

    @Test
    void files_are_taken_up_to_the_limit_and_leave_nothing_behind() throws Exception {
        assertThat(send("/api/v1/files", multipart(UPLOAD - 1000, false)).body())
                .isEqualTo("{\"size\":" + (UPLOAD - 1000) + "}");
        try (Stream<Path> left = Files.list(data.resolve("uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void files_above_the_limit_are_413_chunked_or_not() throws Exception {
        problem(send("/api/v1/files", multipart(UPLOAD + 1, false)), 413, "BODY_TOO_LARGE");
        problem(send("/api/v1/files", multipart(UPLOAD + 1, true)), 413, "BODY_TOO_LARGE");
        problem(send("/api/v1/files", multipart(3 * UPLOAD, true)), 413, "BODY_TOO_LARGE");
    }

    @Test
    void a_multipart_body_that_breaks_off_is_400() throws Exception {
        String text = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\nno end";

        problem(
                send("/api/v1/files", multipartOf(HttpRequest.BodyPublishers.ofString(text))),
                400,
                "MALFORMED_REQUEST");
    }

    @Test
    void a_multipart_body_without_a_boundary_is_400() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "multipart/form-data")
                .POST(HttpRequest.BodyPublishers.ofString("--x--"));

        problem(send("/api/v1/files", request), 400, "MALFORMED_REQUEST");
    }

    private static HttpResponse<String> send(String path, HttpRequest.Builder request) throws Exception {
        return running.send(request.uri(running.uri(path)));
    }

    private static HttpRequest.Builder json(int size) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size]));
    }

    private static HttpRequest.Builder chunked(int size) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])));
    }

    private static HttpRequest.Builder multipart(int size, boolean chunked) {
        String head = "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.csv\"\r\n\r\n";
        byte[] body = (head + "a".repeat(size) + "\r\n--x--\r\n").getBytes(StandardCharsets.US_ASCII);
        return multipartOf(
                chunked
                        ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                        : HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private static HttpRequest.Builder multipartOf(HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder()
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(body);
    }
}
