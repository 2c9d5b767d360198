package io.binnacle.platform.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The HTTP API of a running platform, as one caller. A refused request is a {@link Refusal}. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String address;
    private final Optional<String> token;

    Api(String address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    String address() {
        return address;
    }

    JsonNode get(String path) {
        return answer(send(request(path).GET().timeout(Duration.ofSeconds(60))));
    }

    JsonNode post(String path) {
        return answer(send(request(path).POST(BodyPublishers.noBody()).timeout(Duration.ofSeconds(60))));
    }

    JsonNode post(String path, ObjectNode body) {
        return answer(send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .timeout(Duration.ofSeconds(60))));
    }

    JsonNode put(String path, JsonNode body) {
        return send("PUT", path, body);
    }

    JsonNode patch(String path, JsonNode body) {
        return send("PATCH", path, body);
    }

    JsonNode delete(String path) {
        return answer(send(request(path).DELETE().timeout(Duration.ofSeconds(60))));
    }

    String text(String path) {
        HttpResponse<String> response = send(request(path).GET().timeout(Duration.ofSeconds(60)));
        return response.statusCode() < 400 ? response.body() : answer(response).asText();
    }

    /** Sends files; without a time limit, since they may be large and the line slow. */
    JsonNode upload(String path, String field, List<Path> files) {
        Multipart form = new Multipart(files);
        BodyPublisher body = form.body(field);
        return answer(
                send(request(path).header("Content-Type", form.contentType()).POST(body)));
    }

    /** Fetches a file, which is there as a whole or not at all; without a time limit. */
    void download(String path, Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            HttpResponse<Path> response = http.send(request(path).GET().build(), BodyHandlers.ofFile(part));
            if (response.statusCode() >= 400) {
                throw new Refusal(Exit.FAILED, Problem.text(read(part)));
            }
            Files.move(part, target);
        } catch (IOException e) {
            throw Refusal.failed(
                    "%s cannot be fetched to %s: %s", path, target, Plain.text(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("Interrupted.");
        } finally {
            remove(part);
        }
    }

    /** Answers whatever the status; for health checks, which say no with 503. */
    JsonNode health(String path) {
        return json(send(request(path).GET().timeout(Duration.ofSeconds(10))));
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** A file's JSON; refused when it is none. */
    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw Refusal.failed("%s cannot be read as JSON: %s", file, Plain.text(e.getMessage()));
        }
    }

    private JsonNode send(String method, String path, JsonNode body) {
        return answer(send(request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()))
                .timeout(Duration.ofSeconds(60))));
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw Refusal.failed("%s cannot be removed: %s", part, Plain.text(String.valueOf(e.getMessage())));
        }
    }

    private HttpRequest.Builder request(String path) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
            token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
            return request;
        } catch (IllegalArgumentException e) {
            throw Refusal.failed("The address or the token is not usable: %s", Plain.text(e.getMessage()));
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            throw new Refusal(
                    Exit.NOT_RUNNING,
                    "Binnacle does not answer at " + address + reason + ". Start it with 'binnacle run'.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("Interrupted.");
        }
    }

    private JsonNode answer(HttpResponse<String> response) {
        if (response.statusCode() >= 400) {
            throw new Refusal(Exit.FAILED, Problem.text(json(response)));
        }
        return json(response);
    }

    private JsonNode json(HttpResponse<String> response) {
        if (response.body().isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw Refusal.failed(
                    "What answers at %s is not Binnacle: status %d without JSON.", address, response.statusCode());
        }
    }
}
