package io.binnacle.platform.gateway;

import static io.binnacle.platform.gateway.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.security.Authenticator;
import io.binnacle.platform.api.security.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionTest {

    @TempDir
    static Path data;

    static RunningGateway running;

    @BeforeAll
    static void start() {
        running = new RunningGateway(data);
        running.serve(routes -> {
            for (Role role : Role.values()) {
                routes.get("/api/v1/" + role, ctx -> ctx.result(Caller.of(ctx).name()), role);
            }
            routes.get("/api/v1/open", ctx -> ctx.result("open"), Role.ANYONE);
            routes.before("/api/v1/*", ctx -> ctx.header("X-Before", "ran"));
        });
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void each_role_may_do_what_it_includes_and_no_more() throws Exception {
        List<Role> callers = List.of(Role.VIEWER, Role.SELLER, Role.MANAGER, Role.ADMIN);
        for (Role caller : callers) {
            for (Role needed : callers) {
                HttpResponse<String> answer = as(caller.name().toLowerCase(Locale.ROOT), "/api/v1/" + needed);
                if (caller.includes(needed)) {
                    assertThat(answer.body()).isEqualTo("somebody");
                } else {
                    JsonNode problem = problem(answer, 403, "ROLE_REQUIRED");
                    assertThat(problem.path("detail").asText()).contains(needed.name(), caller.name());
                }
            }
        }
    }

    @Test
    void without_a_token_nothing_of_the_module_runs() throws Exception {
        HttpResponse<String> answer = running.send(HttpRequest.newBuilder(running.uri("/api/v1/VIEWER")));

        problem(answer, 401, "AUTHENTICATION_REQUIRED");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"binnacle\"");
        assertThat(answer.headers().firstValue("X-Before")).isEmpty();
    }

    @Test
    void an_unknown_token_is_told_from_a_missing_one() throws Exception {
        HttpResponse<String> answer = as("stolen", "/api/v1/VIEWER");

        problem(answer, 401, "AUTHENTICATION_REQUIRED");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).contains("invalid_token");
        assertThat(answer.body()).doesNotContain("stolen");
    }

    @Test
    void another_scheme_is_no_token() throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(running.uri("/api/v1/VIEWER")).header("Authorization", "Basic YTpi");

        problem(running.send(request), 401, "AUTHENTICATION_REQUIRED");
    }

    @Test
    void a_route_for_anyone_needs_no_token_and_knows_no_caller() throws Exception {
        assertThat(running.send(HttpRequest.newBuilder(running.uri("/api/v1/open")))
                        .body())
                .isEqualTo("open");
        problem(running.get("/api/v1/ANYONE"), 401, "AUTHENTICATION_REQUIRED");
    }

    @Test
    void while_nobody_can_tell_who_is_calling_protected_routes_are_not_ready() throws Exception {
        Authenticator other = RunningGateway.tokens();
        running.gateway.bindAuthenticator(other);
        running.gateway.unbindAuthenticator(other);

        HttpResponse<String> answer = as("admin", "/api/v1/VIEWER");
        HttpResponse<String> open = as("admin", "/api/v1/open");
        HttpResponse<String> ready = running.get("/readyz");
        running.gateway.bindAuthenticator(RunningGateway.tokens());

        problem(answer, 503, "NOT_READY");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(ready.statusCode()).isEqualTo(503);
    }

    private static HttpResponse<String> as(String token, String path) throws Exception {
        return running.send(HttpRequest.newBuilder(running.uri(path)).header("Authorization", "Bearer " + token));
    }
}
