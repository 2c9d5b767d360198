package io.binnacle.platform.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers as the platform does, from a script, and runs commands against it. */
final class FakePlatform implements AutoCloseable {

    private final HttpServer server;
    private final Path data;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Request> requests = new ArrayList<>();

    FakePlatform(Path data) throws IOException {
        this.data = data;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        Files.writeString(
                data.resolve("address"),
                "http://127.0.0.1:" + server.getAddress().getPort());
        Files.writeString(data.resolve("admin-token"), "bnk_admin\n");
    }

    /** The next answer to a request, such as {@code GET /readyz}; the last one stays. */
    FakePlatform answer(String request, int status, String json) {
        answers.computeIfAbsent(request, any -> new ArrayDeque<>()).add(new Answer(status, json));
        return this;
    }

    Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }

    Request request(String line) {
        return requests.stream()
                .filter(request -> request.line().equals(line))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + line + " among " + requests));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(new Request(
                    line,
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                    body));
            Answer answer = next(line);
            byte[] bytes = answer.json().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer next(String line) {
        Deque<Answer> script = answers.getOrDefault(line, new ArrayDeque<>());
        if (script.isEmpty()) {
            return new Answer(404, "{\"title\":\"Route not found\",\"detail\":\"there is no " + line + "\"}");
        }
        return script.size() > 1 ? script.removeFirst() : script.getFirst();
    }

    private record Answer(int status, String json) {}

    record Request(String line, String authorization, String contentType, String body) {}

    record Outcome(int code, String out, String err) {}
}
