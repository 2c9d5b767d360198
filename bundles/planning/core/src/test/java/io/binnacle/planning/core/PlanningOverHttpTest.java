package io.binnacle.planning.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.api.Rollup;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.planning.api.PlanTemplate;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.api.time.FiscalQuarter;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The routes on a real server and a real database; how the gateway words failures is the gateway's own test. */
class PlanningOverHttpTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("planning");

    private static final String PLANS = "/api/v1/planning/plans";

    private final Pipeline pipeline = new Pipeline();
    private final HttpClient client = HttpClient.newHttpClient();
    private final PlanTemplates templates = new PlanTemplates();
    private UUID account;
    private Javalin server;

    @BeforeEach
    void start() {
        db.clock().set(TestClock.START);
        account = pipeline.account("Meridian Bank", Optional.empty());
        var stakeholders = new JournaledStakeholders(
                db.database(), db.journal(), db.clock(), pipeline.accounts(), () -> "planning");
        var plans = new JournaledPlans(
                db.database(),
                db.journal(),
                db.clock(),
                pipeline.accounts(),
                pipeline.opportunities(),
                stakeholders,
                () -> "planning");
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jsonMapper(new JavalinJackson(Json.mapper(), false));
                    config.routes.before(ctx -> Caller.set(ctx, new Principal("ana", Role.SELLER)));
                    config.routes.exception(PlatformException.class, (failure, ctx) -> ctx.status(
                                    failure.code().culprit().status())
                            .result(failure.code().name()));
                    new PlanRoutes(plans, templates, new Utc()).routes(config.routes);
                    new StakeholderRoutes(stakeholders).routes(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_plan_is_begun_changed_compared_and_restored() throws Exception {
        var created = send(
                "POST",
                PLANS,
                "{\"account\": \"%s\", \"horizon\": \"FY2027\", \"reason\": \"first\","
                        + " \"content\": {\"vision\": \"One\"}}",
                account);
        String plan = PLANS + "/" + json(created).path("id").asText();
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(created.headers().firstValue("Location")).contains(plan);

        db.clock().advance(Duration.ofDays(1));
        String second = "{\"reason\": \"second\", \"content\": {\"vision\": \"Two\"}}";
        assertThat(send("PUT", plan, second).body()).isEqualTo("PRECONDITION_REQUIRED");
        assertThat(send("PUT", plan, second, "\"7\"").body()).isEqualTo("STALE_VERSION");
        var saved = send("PUT", plan, second, "\"1\"");
        assertThat(saved.headers().firstValue("ETag")).contains("\"2\"");

        assertThat(json(send("GET", plan + "/diff?from=1&to=2", "")).toString())
                .isEqualTo("{\"entries\":[{\"after\":\"Two\",\"before\":\"One\",\"kind\":\"CHANGE\","
                        + "\"path\":\"/vision\"}],\"from\":1,\"to\":2}");

        var restored = send("POST", plan + ":restore", "{\"revision\": 1, \"reason\": \"back\"}", "\"2\"");
        assertThat(restored.statusCode()).isEqualTo(200);
        assertThat(json(restored).at("/latest/content/vision").asText()).isEqualTo("One");
        assertThat(json(send("GET", plan + "/revisions", "")).findValuesAsText("number"))
                .containsExactly("1", "2", "3");
        assertThat(json(send("GET", plan + "/revisions/2", ""))
                        .at("/content/vision")
                        .asText())
                .isEqualTo("Two");
        assertThat(json(send("GET", PLANS + "?account=" + account, ""))).hasSize(1);
    }

    @Test
    void a_plan_begins_with_a_template_and_outlives_it() throws Exception {
        PlanTemplate template = PlanTemplatesTest.template("Sell more.");
        templates.addTemplate(template);
        String body = "{\"account\": \"%s\", \"horizon\": \"FY2028\", \"reason\": \"begun\", \"template\": \"retail\"}";
        assertThat(json(send("GET", "/api/v1/planning/templates", "")).findValuesAsText("key"))
                .containsExactly("retail");

        var created = send("POST", PLANS, body, account);
        templates.removeTemplate(template);

        assertThat(created.statusCode()).isEqualTo(201);
        String plan = PLANS + "/" + json(created).path("id").asText();
        assertThat(json(send("GET", plan, "")).at("/latest/content/vision").asText())
                .isEqualTo("Sell more.");
        assertThat(send("POST", PLANS, body, account).body()).isEqualTo("TEMPLATE_NOT_FOUND");
        assertThat(send("POST", PLANS, body.replace(", \"template\": \"retail\"", ""), account)
                        .body())
                .isEqualTo("INVALID_CONTENT");
    }

    @Test
    void a_plan_is_read_as_it_was() throws Exception {
        var created = send(
                "POST",
                PLANS,
                "{\"account\": \"%s\", \"horizon\": \"FY2027\", \"reason\": \"first\","
                        + " \"content\": {\"vision\": \"One\"}}",
                account);
        String plan = PLANS + "/" + json(created).path("id").asText();
        db.clock().advance(Duration.ofDays(1));
        send("PUT", plan, "{\"reason\": \"second\", \"content\": {\"vision\": \"Two\"}}", "\"1\"");

        var then = send("GET", plan + "?asOf=2026-11-02", "");
        assertThat(json(then).at("/latest/content/vision").asText()).isEqualTo("One");
        assertThat(then.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(json(send("GET", plan, "")).at("/latest/content/vision").asText())
                .isEqualTo("Two");
        assertThat(send("GET", plan + "?asOf=2026-11-01", "").body()).isEqualTo("PLAN_NOT_FOUND");
        assertThat(send("GET", plan + "?asOf=-999999999-01-01T00:00:00Z", "").body())
                .isEqualTo("PLAN_NOT_FOUND");
    }

    @Test
    void what_cannot_be_is_refused_by_name() throws Exception {
        String unknown = PLANS + "/" + UUID.randomUUID();

        assertThat(send("GET", unknown, "").body()).isEqualTo("PLAN_NOT_FOUND");
        assertThat(send("GET", unknown + "/revisions", "").body()).isEqualTo("PLAN_NOT_FOUND");
        assertThat(send("GET", unknown + "/revisions/1", "").body()).isEqualTo("PLAN_NOT_FOUND");
        assertThat(send("GET", unknown + "/revisions/one", "").body()).isEqualTo("INVALID_PARAMETER");
        assertThat(send("GET", unknown + "/diff?from=1", "").body()).isEqualTo("INVALID_PARAMETER");
        assertThat(send("GET", PLANS + "/7", "").body()).isEqualTo("INVALID_PARAMETER");
        assertThat(send(
                                "POST",
                                PLANS,
                                "{\"account\": \"%s\", \"horizon\": \"\", \"reason\": \"\", \"content\": {}}",
                                account)
                        .body())
                .isEqualTo("INVALID_PLAN");
    }

    @Test
    void stakeholders_are_added_and_listed() throws Exception {
        var added = send(
                "POST",
                "/api/v1/planning/stakeholders",
                "{\"account\": \"%s\", \"name\": \"Ida Berg\"," + " \"title\": \"CFO\", \"reason\": \"met\"}",
                account);

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(send("GET", "/api/v1/planning/stakeholders?account=" + account, "")))
                .containsExactly(json(added));
        assertThat(json(send("GET", "/api/v1/planning/stakeholders", ""))).contains(json(added));
    }

    private HttpResponse<String> send(String method, String path, String body, UUID account) throws Exception {
        return send(method, path, body.formatted(account));
    }

    private HttpResponse<String> send(String method, String path, String body, String... ifMatch)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.ofString(body));
        List.of(ifMatch).forEach(tag -> request.header("If-Match", tag));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body(), JsonNode.class);
    }

    private static final class Utc implements Rollups {

        @Override
        public FiscalCalendar calendar() {
            return new FiscalCalendar(Month.JANUARY, ZoneOffset.UTC);
        }

        @Override
        public Rollup rollup(Optional<FiscalQuarter> period, Optional<String> currency, AsOf asOf) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<FiscalQuarter> quarters() {
            throw new UnsupportedOperationException();
        }
    }
}
