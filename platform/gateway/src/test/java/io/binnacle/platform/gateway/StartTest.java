package io.binnacle.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {

    @TempDir
    Path data;

    @Test
    void the_address_stands_in_the_data_folder_while_it_runs() throws Exception {
        try (RunningGateway running = new RunningGateway(data)) {
            assertThat(data.resolve("address")).hasContent(running.gateway.address());
            assertThat(running.gateway.address()).matches("http://127\\.0\\.0\\.1:\\d+");
        }
        assertThat(data.resolve("address")).doesNotExist();
    }

    @Test
    void a_port_in_use_is_one_sentence() {
        List<String> heard = new ArrayList<>();
        try (RunningGateway running = new RunningGateway(data)) {
            int port = URI.create(running.gateway.address()).getPort();
            Path other = data.resolve("other");

            assertThatThrownBy(() -> start(other, "127.0.0.1", port, heard))
                    .isInstanceOf(IllegalArgumentException.class);

            assertThat(heard)
                    .singleElement()
                    .asString()
                    .contains("127.0.0.1:" + port, "another program")
                    .hasLineCount(1);
            assertThat(other.resolve("address")).doesNotExist();
        }
    }

    @Test
    void an_address_of_another_machine_is_one_sentence() {
        List<String> heard = new ArrayList<>();

        assertThatThrownBy(() -> start(data, "192.0.2.1", 0, heard)).isInstanceOf(IllegalArgumentException.class);

        assertThat(heard).singleElement().asString().contains("192.0.2.1", "no such address");
    }

    @Test
    void tells_what_is_missing_and_which_bundles_were_stopped() throws Exception {
        AtomicReference<Health> bundles =
                new AtomicReference<>(new Health(List.of("x is not active"), List.of("theta")));
        Readiness readiness = new Readiness(bundles::get, () -> List.of("a: B waits for C"));
        readiness.bindCheck(() -> Optional.of("the database is not there"));
        try (RunningGateway running = new RunningGateway(data, readiness)) {
            HttpResponse<String> answer = running.get("/readyz");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(Json.mapper().readTree(answer.body()))
                    .isEqualTo(
                            Json.mapper()
                                    .readTree(
                                            "{\"status\": \"NOT_READY\", \"stopped\": [\"theta\"], \"missing\": ["
                                                    + "\"x is not active\", \"a: B waits for C\", \"the database is not there\", "
                                                    + "\"nobody can sign in: there is no Authenticator, so protected routes answer 503\"]}"));
        }
    }

    @Test
    void a_bundle_that_was_stopped_on_purpose_does_not_count_as_missing() throws Exception {
        Readiness readiness = new Readiness(() -> new Health(List.of(), List.of("theta")), List::of);
        try (RunningGateway running = new RunningGateway(data, readiness)) {
            running.gateway.bindAuthenticator(RunningGateway.tokens());

            HttpResponse<String> answer = running.get("/readyz");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"status\":\"READY\",\"stopped\":[\"theta\"]}");
        }
    }

    @Test
    void announces_once_when_it_is_ready_and_not_before() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        Announcement announcement = new Announcement("http://127.0.0.1:8080", new PrintStream(terminal, true));
        Admission admission = new Admission();
        admission.use(RunningGateway.tokens());

        boolean early = announcement.made(() -> new Health(List.of("something"), List.of()), admission);
        String before = terminal.toString();
        boolean made = announcement.made(() -> new Health(List.of(), List.of()), admission);

        assertThat(early).isFalse();
        assertThat(before).isEmpty();
        assertThat(made).isTrue();
        assertThat(terminal.toString())
                .isEqualToNormalizingNewlines(
                        "\nBinnacle is ready: http://127.0.0.1:8080/console/\nSign in with the token in the test.\n");
    }

    private static void start(Path folder, String host, int port, List<String> heard) {
        Readiness readiness = new Readiness(() -> new Health(List.of(), List.of()), List::of);
        BundleDescription self = new BundleDescription("self", "1.0.0", Optional.empty());
        Settings settings = new Settings(host, port, 1, 1024, 1024, 16, folder);
        new Gateway(settings, self, readiness, System.out, heard::add);
    }
}
