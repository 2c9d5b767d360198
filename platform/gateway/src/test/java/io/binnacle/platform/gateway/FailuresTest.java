package io.binnacle.platform.gateway;

import static io.binnacle.platform.api.error.PlatformError.CONFLICT;
import static io.binnacle.platform.api.error.PlatformError.DATABASE_UNAVAILABLE;
import static io.binnacle.platform.api.error.PlatformError.DISK_FULL;
import static io.binnacle.platform.gateway.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Role;
import io.javalin.http.ConflictResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class FailuresTest {

    @TempDir
    static Path data;

    static RunningGateway running;

    @BeforeAll
    static void start() {
        running = new RunningGateway(data);
        running.serve(routes -> {
            routes.get("/api/v1/things/{id}", ctx -> ctx.json(Map.of("id", ctx.pathParam("id"))), Role.VIEWER);
            routes.post("/api/v1/things/{id}:paint", ctx -> ctx.json(Map.of()), Role.VIEWER);
            routes.delete("/api/v1/things/{id}", ctx -> ctx.status(204), Role.VIEWER);
            routes.get(
                    "/api/v1/conflict",
                    ctx -> fail(CONFLICT.because("take another").at("/name")),
                    Role.ANYONE);
            routes.get("/api/v1/database", ctx -> fail(DATABASE_UNAVAILABLE.because("no database")), Role.ANYONE);
            routes.get("/api/v1/disk", ctx -> fail(DISK_FULL.because("the disk is full")), Role.ANYONE);
            routes.get("/api/v1/javalin", ctx -> fail(new ConflictResponse("somebody was faster")), Role.ANYONE);
            routes.get("/api/v1/bug", ctx -> fail(new IllegalStateException("secret\r\nFAKE LOG LINE")), Role.ANYONE);
            routes.get("/api/v1/error", ctx -> fail(new StackOverflowError("secret")), Role.ANYONE);
            routes.get(
                    "/api/v1/later", ctx -> ctx.future(() -> later(new IllegalStateException("later"))), Role.ANYONE);
            routes.get("/api/v1/unwritable", ctx -> ctx.json(new Unwritable()), Role.ANYONE);
            routes.get("/api/v1/stored", ctx -> ctx.json(Json.read("{]", Map.class)), Role.ANYONE);
            routes.post("/api/v1/text", ctx -> ctx.result(ctx.body()), Role.ANYONE);
        });
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    record Unwritable() {
        @SuppressWarnings("unused") // read by Jackson
        public String getName() {
            throw new IllegalStateException("secret");
        }
    }

    @Test
    void an_unknown_route_is_404() throws Exception {
        JsonNode problem = problem(running.get("/api/v1/nothing?token=secret"), 404, "ROUTE_NOT_FOUND");

        assertThat(problem.path("instance").asText()).isEqualTo("/api/v1/nothing");
        assertThat(problem.path("detail").asText()).contains("GET /api/v1/nothing", "openapi.json");
    }

    @Test
    void a_wrong_method_is_405_and_says_which_would_do() throws Exception {
        HttpResponse<String> answer = running.post("/api/v1/things/7", "{}");

        problem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow")).hasValue("DELETE, GET, HEAD");
    }

    @Test
    void names_of_filters_are_no_methods() throws Exception {
        for (String method : new String[] {"BEFORE", "AFTER", "BEFORE_MATCHED", "PURGE", "TRACE"}) {
            problem(running.send(request("/api/v1/things/7").method(method, body(""))), 405, "METHOD_NOT_ALLOWED");
        }
    }

    @Test
    void a_method_cannot_be_smuggled_in_a_header() throws Exception {
        HttpRequest.Builder request = request("/api/v1/things/7").header("X-HTTP-Method-Override", "DELETE");

        problem(running.send(request), 400, "MALFORMED_REQUEST");
    }

    @Test
    void head_asks_for_a_token_like_get_and_answers_without_a_body() throws Exception {
        HttpRequest.Builder without =
                HttpRequest.newBuilder(running.uri("/api/v1/things/7")).method("HEAD", body(""));
        HttpResponse<String> with = running.send(request("/api/v1/things/7").method("HEAD", body("")));

        assertThat(running.send(without).statusCode()).isEqualTo(401);
        assertThat(with.statusCode()).isEqualTo(200);
        assertThat(with.headers().firstValue("Content-Length")).hasValue("10");
        assertThat(with.body()).isEmpty();
    }

    @Test
    void a_named_failure_tells_its_code_sentence_and_fields() throws Exception {
        JsonNode problem = problem(running.get("/api/v1/conflict"), 409, "CONFLICT");

        assertThat(problem.path("detail").asText()).isEqualTo("take another");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/name");
        assertThat(problem.at("/errors/0/code").asText()).isEqualTo("CONFLICT");
    }

    @Test
    void what_is_away_for_a_moment_says_when_to_try_again() throws Exception {
        HttpResponse<String> answer = running.get("/api/v1/database");

        problem(answer, 503, "DATABASE_UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
    }

    @Test
    void a_full_disk_is_507() throws Exception {
        problem(running.get("/api/v1/disk"), 507, "DISK_FULL");
    }

    @Test
    void exceptions_of_javalin_are_problems_too() throws Exception {
        problem(running.get("/api/v1/javalin"), 409, "CONFLICT");
    }

    @Test
    void a_bug_is_500_with_a_correlation_id_that_stands_in_the_log_once() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        ((Logger) LoggerFactory.getLogger(Failures.class)).addAppender(log);

        HttpResponse<String> answer = running.get("/api/v1/bug");

        String id = problem(answer, 500, "INTERNAL_ERROR").path("correlationId").asText();
        assertThat(answer.body()).doesNotContain("secret", "Exception", "at io.");
        assertThat(log.list)
                .filteredOn(event -> event.getFormattedMessage().contains(id))
                .singleElement()
                .satisfies(event -> assertThat(ThrowableProxyUtil.asString(event.getThrowableProxy()))
                        .contains("secret FAKE LOG LINE", "FailuresTest")
                        .doesNotContain("\nFAKE"));
    }

    @Test
    void bugs_anywhere_are_500_without_what_is_inside() throws Exception {
        for (String path : new String[] {"error", "later", "unwritable", "stored"}) {
            HttpResponse<String> answer = running.get("/api/v1/" + path);

            problem(answer, 500, "INTERNAL_ERROR");
            assertThat(answer.body()).doesNotContain("secret", "Exception");
        }
    }

    @Test
    void a_body_of_another_media_type_is_415() throws Exception {
        HttpRequest.Builder request =
                request("/api/v1/text").header("Content-Type", "text/plain").POST(body("hello"));

        assertThat(problem(running.send(request), 415, "UNSUPPORTED_MEDIA_TYPE")
                        .path("detail")
                        .asText())
                .contains("application/json", "text/plain");
    }

    @Test
    void an_unknown_charset_is_415() throws Exception {
        HttpRequest.Builder request = request("/api/v1/text")
                .header("Content-Type", "application/json; charset=klingon")
                .POST(body("{}"));

        problem(running.send(request), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void answers_of_the_api_are_not_stored_anywhere() throws Exception {
        assertThat(running.get("/api/v1/things/7").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(running.uri(path)).header("Authorization", "Bearer viewer");
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return text.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(text);
    }

    private static CompletableFuture<Void> later(Exception failure) {
        return CompletableFuture.runAsync(() -> fail(failure));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Throwable failure) throws T {
        throw (T) failure;
    }
}
