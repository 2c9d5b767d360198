package io.binnacle.platform.gateway;

import static io.binnacle.platform.gateway.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.api.http.RouteModule;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Role;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuarantineTest {

    @TempDir
    Path data;

    RunningGateway running;

    @BeforeEach
    void start() {
        running = new RunningGateway(data);
        running.serve(routes -> routes.get("/api/v1/plans/{id}", ctx -> ctx.result("plans"), Role.ANYONE));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                refused(routes -> routes.get("/api/v1/a", ctx -> {}), "GET /api/v1/a must name exactly one Role"),
                refused(
                        routes -> routes.post("/api/v1/a", ctx -> {}, Role.VIEWER, Role.ADMIN),
                        "POST /api/v1/a must name exactly one Role"),
                refused(
                        routes -> routes.get("/api/v1/plans/{plan}/", ctx -> {}, Role.ANYONE),
                        "GET /api/v1/plans/{plan}/ is already served by io.binnacle.test"),
                refused(
                        routes -> routes.get("/api/v1/a", ctx -> {}, Role.VIEWER)
                                .get("/api/v1/a", ctx -> {}, Role.VIEWER),
                        "GET /api/v1/a is already served by io.binnacle.faulty"),
                refused(routes -> routes.get("/api/v1/{a", ctx -> {}, Role.VIEWER), "/api/v1/{a"),
                refused(routes -> routes.wsBefore(ws -> {}), "wsBefore"),
                refused(
                        routes -> {
                            throw new IllegalStateException("no luck today");
                        },
                        "no luck today"),
                refused(
                        routes -> {
                            throw new NoClassDefFoundError("org/example/Gone");
                        },
                        "org/example/Gone"));
    }

    private static Arguments refused(RouteModule module, String reason) {
        return Arguments.of(module, reason);
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void a_faulty_module_is_refused_alone_and_the_reason_is_shown(RouteModule faulty, String reason) throws Exception {
        running.gateway.add(faulty, bundle("io.binnacle.faulty"));

        JsonNode health = Json.mapper().readTree(running.get("/readyz").body());

        assertThat(health.path("status").asText()).isEqualTo("NOT_READY");
        assertThat(health.path("missing")).hasSize(1);
        assertThat(health.at("/missing/0").asText())
                .startsWith("the routes of io.binnacle.faulty are refused: ")
                .contains(reason);
        assertThat(running.get("/api/v1/plans/7").body()).isEqualTo("plans");
        problem(running.get("/api/v1/a"), 404, "ROUTE_NOT_FOUND");
    }

    @Test
    void a_refused_module_serves_once_the_other_has_left() throws Exception {
        RouteModule first = routes -> routes.get("/api/v1/a", ctx -> ctx.result("first"), Role.ANYONE);
        RouteModule second = routes -> routes.get("/api/v1/a", ctx -> ctx.result("second"), Role.ANYONE);
        running.serve(first);
        running.serve(second);
        assertThat(running.get("/api/v1/a").body()).isEqualTo("first");

        running.gateway.unbindModule(first);

        assertThat(running.get("/api/v1/a").body()).isEqualTo("second");
        assertThat(running.get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void the_higher_ranking_wins_whenever_it_comes() {
        Admission admission = new Admission();
        RoutingTables tables =
                new RoutingTables(admission, new TableFactory(new Limits(1, 1, data), ForkJoinPool.commonPool()), 1);
        RouteModule module = routes -> routes.get("/api/v1/a", ctx -> {}, Role.ANYONE);
        RouteModule better = routes -> routes.get("/api/v1/a", ctx -> {}, Role.ANYONE);

        tables.add(new Offer(module, bundle("low"), 0, 1));
        tables.add(new Offer(better, bundle("high"), 10, 2));

        assertThat(tables.current().modules())
                .extracting(served -> served.bundle().name())
                .containsExactly("high");
        assertThat(tables.current().refused())
                .extracting(Refused::sentence)
                .containsExactly("the routes of low are refused: GET /api/v1/a is already served by high");
    }

    @Test
    void whose_routes_are_refused_is_told_apart_from_a_next_version_that_waits() {
        RouteModule clashing = routes -> routes.get("/api/v1/a", ctx -> {}, Role.ANYONE);
        running.serve(routes -> routes.get("/api/v1/a", ctx -> {}, Role.ANYONE), "1.0.0");
        running.serve(clashing, "1.1.0");
        running.gateway.add(clashing, bundle("other"));

        assertThat(running.gateway.refusals("io.binnacle.test", "1.1.0")).isEmpty();
        assertThat(running.gateway.refusals("other", "1.0.0"))
                .containsExactly(
                        "the routes of other are refused: GET /api/v1/a is already served by io.binnacle.test");
    }

    @Test
    void a_module_is_asked_once_and_only_when_a_request_comes() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        running.get("/livez");

        for (int i = 0; i < 15; i++) {
            String path = "/api/v1/module/" + i;
            running.serve(routes -> {
                asked.incrementAndGet();
                routes.get(path, ctx -> ctx.result(path), Role.ANYONE);
            });
        }

        assertThat(running.get("/api/v1/module/14").body()).isEqualTo("/api/v1/module/14");
        assertThat(running.get("/api/v1/module/0").body()).isEqualTo("/api/v1/module/0");
        assertThat(asked).hasValue(15);
    }

    @Test
    void filters_and_exception_handlers_hold_for_their_own_module_alone() throws Exception {
        running.serve(routes -> routes.before(ctx -> ctx.header("X-Before", "mine"))
                .after(ctx -> ctx.header("X-After", "mine"))
                .exception(Exception.class, (e, ctx) -> ctx.status(418).result("mine"))
                .error(404, ctx -> ctx.result("my own 404"))
                .get("/api/v1/mine", ctx -> ctx.result("mine"), Role.ANYONE)
                .get("/api/v1/mine/fails", ctx -> Integer.parseInt("x"), Role.ANYONE)
                .get("/api/v1/mine/misses", ctx -> ctx.status(404), Role.ANYONE));

        var mine = running.get("/api/v1/mine");
        var other = running.get("/api/v1/plans/7");

        assertThat(mine.headers().firstValue("X-Before")).hasValue("mine");
        assertThat(mine.headers().firstValue("X-After")).hasValue("mine");
        assertThat(running.get("/api/v1/mine/fails").statusCode()).isEqualTo(418);
        assertThat(running.get("/api/v1/mine/misses").body()).isEqualTo("my own 404");
        assertThat(other.headers().map()).doesNotContainKeys("X-Before", "X-After");
        problem(running.get("/api/v1/nothing"), 404, "ROUTE_NOT_FOUND");
    }

    @Test
    void more_fixed_text_wins_over_parameters() throws Exception {
        running.serve(routes -> routes.post("/api/v1/plans/{id}", ctx -> ctx.result("plan"), Role.ANYONE)
                .post("/api/v1/plans/{id}:restore", ctx -> ctx.result("restore " + ctx.pathParam("id")), Role.ANYONE)
                .get("/api/v1/plans/newest", ctx -> ctx.result("newest"), Role.ANYONE)
                .get("/api/v1/files/*", ctx -> ctx.result("file"), Role.ANYONE));

        assertThat(running.post("/api/v1/plans/7:restore", "{}").body()).isEqualTo("restore 7");
        assertThat(running.post("/api/v1/plans/7", "{}").body()).isEqualTo("plan");
        assertThat(running.get("/api/v1/plans/newest").body()).isEqualTo("newest");
        assertThat(running.get("/api/v1/plans/newest/").body()).isEqualTo("newest");
        assertThat(running.get("/api/v1/files/a/b.js").body()).isEqualTo("file");
    }

    private static BundleDescription bundle(String name) {
        return new BundleDescription(name, "1.0.0", Optional.empty());
    }
}
