package io.binnacle.platform.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Calls the HTTP API as one caller, and waits for its operations. Any thread may call. */
public final class ApiClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI address;
    private final String token;

    /** @param token of the caller; empty for a caller without one */
    public ApiClient(URI address, String token) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), address, token);
    }

    private ApiClient(HttpClient http, URI address, String token) {
        this.http = http;
        this.address = address;
        this.token = token;
    }

    /** The same platform as another caller sees it. */
    public ApiClient as(String otherToken) {
        return new ApiClient(http, address, otherToken);
    }

    /** Answers a GET. */
    public Response get(String path) {
        return send("GET", path, BodyPublishers.noBody(), Map.of());
    }

    /** Answers a POST of JSON. */
    public Response post(String path, String json) {
        return send("POST", path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    /** Answers a PUT of JSON that means to change {@code version}. */
    public Response put(String path, long version, String json) {
        return send("PUT", path, BodyPublishers.ofString(json), ifMatch(version));
    }

    /** Answers a PATCH of JSON that means to change {@code version}. */
    public Response patch(String path, long version, String json) {
        return send("PATCH", path, BodyPublishers.ofString(json), ifMatch(version));
    }

    /** Answers a DELETE. */
    public Response delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody(), Map.of());
    }

    /** Uploads files as the parts {@code files} of a form. */
    public Response upload(String path, List<Path> files) {
        return upload(path, "files", files);
    }

    /** Uploads files as the parts {@code field} of a form. */
    public Response upload(String path, String field, List<Path> files) {
        String boundary = "binnacle-test-boundary";
        try (ByteArrayOutputStream body = new ByteArrayOutputStream()) {
            for (Path file : files) {
                body.write(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                                + file.getFileName() + "\"\r\nContent-Type: text/csv\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                body.write(Files.readAllBytes(file));
                body.write("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            body.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(
                    "POST",
                    path,
                    BodyPublishers.ofByteArray(body.toByteArray()),
                    Map.of("Content-Type", "multipart/form-data; boundary=" + boundary));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the operation that {@code accepted} started has ended, and answers how. */
    public JsonNode outcome(Response accepted) {
        if (accepted.status() != 202) {
            throw new AssertionError("expected 202, got " + accepted);
        }
        String path = "/api/v1/operations/" + accepted.json().get("id").asText();
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> get(path).json(),
                        operation -> !operation.path("state").asText().equals("RUNNING"));
    }

    /** Sends any request. */
    public Response send(String method, String path, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .method(method, body)
                .timeout(PATIENCE);
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Response(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> ifMatch(long version) {
        return Map.of("Content-Type", "application/json", "If-Match", "\"" + version + "\"");
    }

    /** What came back. */
    public record Response(int status, Map<String, List<String>> headers, String body) {

        /** The body as JSON. */
        public JsonNode json() {
            return Json.read(body, JsonNode.class);
        }

        /** The first header of this name, or an empty text. */
        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }
}
