package io.binnacle.platform.gateway;

import static io.binnacle.platform.gateway.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.journal.Change;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.Position;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.gateway.events.EventStreamRoutes;
import io.binnacle.platform.testkit.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EventStreamTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.withSchemas();

    @TempDir
    Path data;

    RunningGateway running;
    EventStreamRoutes events;

    private record Sent(String id, String event, JsonNode data) {}

    @BeforeEach
    void start() {
        running = new RunningGateway(data);
        events = new EventStreamRoutes(DATABASE.journal());
        running.serve(events);
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void a_change_is_sent_as_it_happens() throws Exception {
        BufferedReader stream = follow("", "");
        append("opportunity", 1, "Grönland");

        Sent sent = next(stream);

        Event event = newest();
        assertThat(sent.id()).isEqualTo(event.position().toString());
        assertThat(sent.event()).isEqualTo("opportunity");
        assertThat(sent.data().at("/entity/id").asText())
                .isEqualTo(event.entity().id().toString());
        assertThat(sent.data().path("seq").asLong()).isEqualTo(1);
        assertThat(sent.data().path("actor").asText()).isEqualTo("tester");
        assertThat(sent.data().at("/patch/name").asText()).isEqualTo("Grönland 0");
        assertThat(sent.data().has("validTime") && sent.data().has("recordedTime"))
                .isTrue();
    }

    @Test
    void a_client_that_comes_back_misses_nothing_and_gets_nothing_twice() throws Exception {
        Position before = DATABASE.journal().head();
        append("opportunity", 1300, "deal");
        List<String> expected = positionsAfter(before);

        List<String> first = ids(follow("", before.toString()), 500);
        List<String> rest = ids(follow("", first.get(499)), 800);
        List<String> all = new ArrayList<>(first);
        all.addAll(rest);

        assertThat(all).isEqualTo(expected);
    }

    @Test
    void only_the_types_asked_for_are_sent() throws Exception {
        BufferedReader stream = follow("?types=plan,token", "");
        append("opportunity", 3, "deal");
        append("plan", 1, "plan");

        assertThat(next(stream).event()).isEqualTo("plan");
    }

    @Test
    void many_clients_get_the_same() throws Exception {
        List<BufferedReader> streams = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            streams.add(follow("", ""));
        }
        append("opportunity", 20, "deal");

        List<String> expected = ids(streams.get(0), 20);

        for (BufferedReader stream : streams.subList(1, streams.size())) {
            assertThat(ids(stream, 20)).isEqualTo(expected);
        }
    }

    @Test
    void a_client_that_reads_nothing_does_not_hold_up_the_others() throws Exception {
        BufferedReader idle = follow("", "");
        BufferedReader busy = follow("", "");
        for (int i = 0; i < 20; i++) {
            append("opportunity", 100, "x".repeat(4000));
        }

        assertThat(ids(busy, 2000)).hasSize(2000).doesNotHaveDuplicates();
        assertThat(ids(idle, 2000)).hasSize(2000).doesNotHaveDuplicates();
    }

    @Test
    void the_stream_ends_when_its_module_leaves() throws Exception {
        BufferedReader stream = follow("", "");

        running.gateway.unbindModule(events);

        assertThat(stream.readLine()).isNull();
    }

    @Test
    void a_position_that_is_none_is_400() throws Exception {
        problem(running.get("/api/v1/events?lastEventId=yesterday"), 400, "INVALID_PARAMETER");
        problem(running.get("/api/v1/events?lastEventId=1-x"), 400, "INVALID_PARAMETER");
    }

    @Test
    void a_position_that_lies_ahead_begins_with_the_next_change() throws Exception {
        BufferedReader stream = follow("", "999999999-9");
        append("opportunity", 1, "deal");

        assertThat(next(stream).id()).isEqualTo(newest().position().toString());
    }

    @Test
    void needs_a_token_and_answers_head_at_once() throws Exception {
        HttpRequest.Builder without = HttpRequest.newBuilder(running.uri("/api/v1/events"));
        HttpRequest.Builder head = HttpRequest.newBuilder(running.uri("/api/v1/events"))
                .header("Authorization", "Bearer viewer")
                .method("HEAD", HttpRequest.BodyPublishers.noBody());

        problem(running.send(without), 401, "AUTHENTICATION_REQUIRED");
        assertThat(running.send(head).statusCode()).isEqualTo(200);
    }

    /** A stream that is open: its first comment has arrived. */
    private BufferedReader follow(String query, String last) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(running.uri("/api/v1/events" + query))
                .header("Authorization", "Bearer viewer")
                .header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        var response = running.client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        BufferedReader reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        assertThat(reader.readLine()).isEqualTo(":");
        assertThat(reader.readLine()).isEmpty();
        return reader;
    }

    private static Sent next(BufferedReader stream) throws IOException {
        String id = stream.readLine();
        while (id.isEmpty() || id.equals(":")) {
            id = stream.readLine();
        }
        String event = stream.readLine();
        String data = stream.readLine();
        assertThat(stream.readLine()).isEmpty();
        return new Sent(
                id.substring("id: ".length()),
                event.substring("event: ".length()),
                Json.mapper().readTree(data.substring("data: ".length())));
    }

    private static List<String> ids(BufferedReader stream, int count) throws IOException {
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            ids.add(next(stream).id());
        }
        return ids;
    }

    private static void append(String type, int count, String name) {
        List<Change> changes = IntStream.range(0, count)
                .mapToObj(number -> new Change(
                        new EntityRef(type, UUID.randomUUID()),
                        DATABASE.clock().instant(),
                        "tester",
                        "test",
                        Json.object().put("name", name + " " + number)))
                .toList();
        DATABASE.journal().append(changes);
    }

    private static List<String> positionsAfter(Position start) {
        List<String> positions = new ArrayList<>();
        Position position = start;
        List<Event> batch = DATABASE.journal().after(position, 1000);
        while (!batch.isEmpty()) {
            batch.forEach(event -> positions.add(event.position().toString()));
            batch = DATABASE.journal().after(batch.get(batch.size() - 1).position(), 1000);
        }
        return positions;
    }

    private static Event newest() {
        List<Event> events = DATABASE.journal().after(Position.START, 1_000_000);
        return events.get(events.size() - 1);
    }
}
