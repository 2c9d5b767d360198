package io.binnacle.platform.plugins.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.plugins.archive.PluginManifest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is lent to a plugin ends with the plugin, whatever it forgets. */
@Timeout(30)
class LentHostTest {

    private static final String MANIFEST = """
            {"format": 1, "id": "io.acme.energy", "version": "1.2.0", "name": "Energy", "publisher": "acme",
             "platform": "[0.1,1)", "permissions": [%s],
             "content": [{"path": "content/pack.json", "sha256": "0000000000000000000000000000000000000000000000000000000000000000"}]}
            """;

    private LentHost host = host("\"outbound-http\"");

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void a_timer_that_a_plugin_leaves_running_ends_with_it() throws Exception {
        CountDownLatch ticked = new CountDownLatch(2);
        ScheduledFuture<?> timer = host.executor().scheduleAtFixedRate(ticked::countDown, 0, 1, TimeUnit.MILLISECONDS);
        assertThat(ticked.await(10, TimeUnit.SECONDS)).isTrue();

        host.close();

        assertThat(host.executor().isTerminated()).isTrue();
        assertThatThrownBy(() -> host.executor().execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        long left = timer.getDelay(TimeUnit.NANOSECONDS);
        assertThat(host.waitingTasks()).as("%d ns to the next tick", left).isZero();
    }

    @Test
    void a_task_that_waits_is_interrupted() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        host.executor().execute(() -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        host.close();

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_plugin_cannot_end_what_is_lent_to_it() {
        ScheduledExecutorService executor = host.executor();

        executor.shutdown();

        assertThat(executor.shutdownNow()).isEmpty();
        assertThat(executor.isShutdown()).isFalse();
    }

    @Test
    void the_http_client_sends_nothing_after_the_end() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://" + server.getAddress().getHostString() + ":"
                                    + server.getAddress().getPort() + "/"))
                    .build();
            HttpClient client = host.http();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(204);
            assertThat(host.httpClients()).isEqualTo(1);

            host.close();

            assertThatThrownBy(() -> client.send(request, BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the plugin has ended, and its HTTP client with it");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void who_waits_for_an_answer_when_the_plugin_ends_waits_no_longer() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/");
            CompletableFuture<?> answer =
                    host.http().sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());

            host.close();

            assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).hasMessageContaining("the plugin has ended");
        }
    }

    @Test
    void who_did_not_ask_for_it_gets_no_http_client() {
        host = host("");

        assertThatThrownBy(() -> host.http())
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("does not ask for the permission outbound-http");
        assertThat(host.httpClients()).isZero();
    }

    private LentHost host(String permissions) {
        byte[] json = MANIFEST.formatted(permissions).getBytes(StandardCharsets.UTF_8);
        return new LentHost(
                PluginManifest.parse(json),
                Json.object(),
                new PluginLog("io.acme.energy", Path.of("energy.log"), Clock.systemUTC()));
    }
}
