package io.binnacle.platform.gateway;

import static io.binnacle.platform.gateway.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.security.Role;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ModulesComeAndGoTest {

    private static final int CYCLES = 250;
    private static final int CLIENTS = 4;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path data;

    RunningGateway running;

    @BeforeEach
    void start() {
        running = new RunningGateway(data);
    }

    @AfterEach
    void stop() {
        running.close();
        threads.shutdownNow();
    }

    @Test
    void routes_appear_and_disappear_with_their_module() throws Exception {
        RouteModule module = hello("/api/v1/hello", "hello");

        running.serve(module);
        HttpResponse<String> present = running.get("/api/v1/hello");
        running.gateway.unbindModule(module);

        assertThat(present.body()).isEqualTo("hello");
        problem(running.get("/api/v1/hello"), 404, "ROUTE_NOT_FOUND");
    }

    @Test
    void the_higher_version_of_the_same_module_serves_and_the_lower_takes_over_when_it_goes() throws Exception {
        RouteModule older = new Answer("older");
        RouteModule newer = new Answer("newer");
        running.serve(older, "1.9.0");
        running.serve(newer, "1.10.0");
        assertThat(running.get("/api/v1/answer").body()).isEqualTo("newer");
        assertThat(running.get("/readyz").statusCode()).isEqualTo(200);

        running.gateway.unbindModule(newer);

        assertThat(running.get("/api/v1/answer").body()).isEqualTo("older");
    }

    private record Answer(String text) implements RouteModule {

        @Override
        public void routes(JavalinDefaultRoutingApi routes) {
            routes.get("/api/v1/answer", ctx -> ctx.result(text), Role.VIEWER);
        }
    }

    @Test
    void many_departures_under_load_fail_no_request_elsewhere() throws Exception {
        running.serve(hello("/api/v1/steady", "steady"));
        RouteModule restless = hello("/api/v1/restless", "restless");
        AtomicInteger elsewhere = new AtomicInteger();
        AtomicInteger unexpected = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        List<Future<?>> load = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            load.add(threads.submit(() -> {
                while (over.getCount() > 0) {
                    check(running.get("/api/v1/steady"), 200, 200, elsewhere, unexpected);
                    check(running.get("/api/v1/restless"), 200, 404, elsewhere, unexpected);
                }
                return null;
            }));
        }

        for (int cycle = 0; cycle < CYCLES; cycle++) {
            running.serve(restless);
            assertThat(running.get("/api/v1/restless").body()).isEqualTo("restless");
            running.gateway.unbindModule(restless);
            assertThat(running.get("/api/v1/restless").statusCode()).isEqualTo(404);
        }
        over.countDown();
        for (Future<?> client : load) {
            client.get();
        }

        assertThat(unexpected).hasValue(0);
        assertThat(elsewhere.get()).isGreaterThan(CYCLES);
    }

    private static void check(
            HttpResponse<String> answer, int good, int fair, AtomicInteger count, AtomicInteger unexpected) {
        count.incrementAndGet();
        if (answer.statusCode() != good && answer.statusCode() != fair) {
            unexpected.incrementAndGet();
        }
    }

    @Test
    void a_successor_takes_over_without_a_failed_request() throws Exception {
        RouteModule serving = hello("/api/v1/model", "version 0");
        running.serve(serving);
        AtomicInteger unexpected = new AtomicInteger();
        CountDownLatch over = new CountDownLatch(1);
        Future<?> load = threads.submit(() -> {
            while (over.getCount() > 0) {
                check(running.get("/api/v1/model"), 200, 200, new AtomicInteger(), unexpected);
            }
            return null;
        });

        for (int version = 1; version <= CYCLES; version++) {
            RouteModule next = hello("/api/v1/model", "version " + version);
            running.serve(next);
            running.gateway.unbindModule(serving);
            serving = next;
        }
        over.countDown();
        load.get();

        assertThat(unexpected).hasValue(0);
        assertThat(running.get("/api/v1/model").body()).isEqualTo("version " + CYCLES);
    }

    @Test
    void a_request_inside_a_departing_module_is_finished() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        RouteModule slow = routes -> routes.get(
                "/api/v1/slow",
                ctx -> {
                    inside.countDown();
                    goOn.await();
                    ctx.result("done");
                },
                Role.ANYONE);
        running.serve(slow);
        Future<HttpResponse<String>> request = threads.submit(() -> running.get("/api/v1/slow"));
        inside.await();

        Future<?> departure = threads.submit(() -> running.gateway.unbindModule(slow));
        awaitGone("/api/v1/slow");
        boolean leftEarly = departure.isDone();
        goOn.countDown();
        departure.get();

        assertThat(leftEarly).isFalse();
        assertThat(request.get().body()).isEqualTo("done");
    }

    @Test
    void a_future_inside_a_departing_module_is_finished() throws Exception {
        CompletableFuture<String> result = new CompletableFuture<>();
        CountDownLatch inside = new CountDownLatch(1);
        RouteModule asynchronous = routes -> routes.get(
                "/api/v1/later",
                ctx -> {
                    ctx.future(() -> result.thenAccept(ctx::result));
                    inside.countDown();
                },
                Role.ANYONE);
        running.serve(asynchronous);
        Future<HttpResponse<String>> request = threads.submit(() -> running.get("/api/v1/later"));
        inside.await();

        Future<?> departure = threads.submit(() -> running.gateway.unbindModule(asynchronous));
        awaitGone("/api/v1/later");
        boolean leftEarly = departure.isDone();
        result.complete("done");
        departure.get();

        assertThat(leftEarly).isFalse();
        assertThat(request.get().body()).isEqualTo("done");
    }

    @Test
    void event_streams_of_a_departing_module_end() throws Exception {
        RouteModule stream = routes -> routes.sse(
                "/api/v1/stream",
                client -> {
                    client.keepAlive();
                    client.sendEvent("hello");
                },
                Role.ANYONE);
        running.serve(stream);
        HttpRequest request = HttpRequest.newBuilder(running.uri("/api/v1/stream"))
                .header("Accept", "text/event-stream")
                .build();
        InputStream body = running.client
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body();
        BufferedReader reader = new BufferedReader(new InputStreamReader(body));
        assertThat(reader.readLine()).isEqualTo("event: message");

        running.gateway.unbindModule(stream);

        assertThat(reader.lines()).containsExactly("data: hello", "");
    }

    @Test
    void web_sockets_of_a_departing_module_are_closed() throws Exception {
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        CountDownLatch greeted = new CountDownLatch(1);
        RouteModule socket =
                routes -> routes.ws("/api/v1/socket", ws -> ws.onConnect(ctx -> ctx.send("hi")), Role.VIEWER);
        running.serve(socket);
        URI address = URI.create(running.uri("/api/v1/socket").toString().replace("http:", "ws:"));
        running.client
                .newWebSocketBuilder()
                .header("Authorization", "Bearer viewer")
                .buildAsync(address, new WebSocket.Listener() {
                    @Override
                    public CompletableFuture<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
                        greeted.countDown();
                        webSocket.request(1);
                        return null;
                    }

                    @Override
                    public CompletableFuture<?> onClose(WebSocket webSocket, int status, String reason) {
                        closed.complete(status);
                        return null;
                    }
                })
                .get();
        greeted.await();

        running.gateway.unbindModule(socket);

        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo(1001);
    }

    @Test
    void a_web_socket_needs_a_token_too() {
        running.serve(routes -> routes.ws("/api/v1/socket", ws -> {}, Role.VIEWER));
        URI address = URI.create(running.uri("/api/v1/socket").toString().replace("http:", "ws:"));

        assertThat(running.client.newWebSocketBuilder().buildAsync(address, new WebSocket.Listener() {}))
                .failsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void shutting_down_ends_streams_and_finishes_requests() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        running.serve(routes -> {
            routes.get(
                    "/api/v1/slow",
                    ctx -> {
                        inside.countDown();
                        goOn.await();
                        ctx.result("done");
                    },
                    Role.ANYONE);
            routes.sse(
                    "/api/v1/stream",
                    client -> {
                        client.keepAlive();
                        inside.countDown();
                    },
                    Role.ANYONE);
        });
        Future<HttpResponse<String>> slow = threads.submit(() -> running.get("/api/v1/slow"));
        HttpRequest.Builder stream = HttpRequest.newBuilder(running.uri("/api/v1/stream"));
        Future<HttpResponse<String>> streamed =
                threads.submit(() -> running.send(stream.header("Accept", "text/event-stream")));
        inside.await();

        Future<?> stopping = threads.submit(() -> running.close());
        streamed.get();
        goOn.countDown();

        assertThat(slow.get().body()).isEqualTo("done");
        stopping.get();
        assertThat(data.resolve("address")).doesNotExist();
    }

    /** The new table serves before the old one is drained. */
    private void awaitGone(String path) throws Exception {
        while (running.get(path).statusCode() != 404) {
            Thread.onSpinWait();
        }
    }

    private static RouteModule hello(String path, String greeting) {
        return routes -> routes.get(path, ctx -> ctx.result(greeting), Role.VIEWER);
    }
}
