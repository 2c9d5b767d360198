package io.binnacle.pipeline.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.core.ExactRollups;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.JournaledOpportunities;
import io.binnacle.pipeline.core.MonthlyRevenue;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.calendars.StoredCalendars;
import io.binnacle.pipeline.core.credit.StoredCredits;
import io.binnacle.pipeline.core.hierarchy.DatedHierarchies;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.pipeline.core.rates.StoredRates;
import io.binnacle.pipeline.core.team.StoredTeams;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.http.Caller;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
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
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calendars, rates, hierarchies, teams and splits on a real server and a real database. */
class TimeOverHttpTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String PIPELINE = "/api/v1/pipeline/";
    private static final String RETAIL = """
            {"name": "%s", "standard": %s, "calendar": {"kind": "WEEKS", "pattern": "4-5-4", "firstMonth": "FEBRUARY",
             "lastDay": "SATURDAY", "yearEnd": "NEAREST", "yearName": "BY_START", "zone": "UTC"}}""";

    private static UUID deal;
    private static UUID ann;
    private static UUID bob;

    private final HttpClient client = HttpClient.newHttpClient();
    private Javalin server;

    @BeforeAll
    static void a_team_has_a_deal() {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(
                        Given.batch(Given.team(), Given.deal("1", Given.open("2026-02-01", "Ann", "100 EUR"))),
                        Given.SELLER,
                        "import:test",
                        false,
                        Progress.NONE);
        deal = opportunities()
                .list(io.binnacle.pipeline.api.OpportunityFilter.ALL, AsOf.LATEST)
                .get(0)
                .id();
        ann = node("Ann");
        bob = node("Bob");
    }

    @BeforeEach
    void start() {
        db.clock().set(TestClock.START);
        var settings = Given.SETTINGS;
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jsonMapper(new JavalinJackson(Json.mapper(), false));
                    config.routes.before(ctx -> Caller.set(ctx, new Principal("ops", Role.MANAGER)));
                    config.routes.exception(PlatformException.class, (failure, ctx) -> ctx.status(
                                    failure.code().culprit().status())
                            .result(failure.code().name()));
                    new CalendarRoutes(new StoredCalendars(db.database(), db.journal(), db.clock(), settings), settings)
                            .routes(config.routes);
                    new RateRoutes(new StoredRates(db.database(), db.journal(), db.clock()), settings)
                            .routes(config.routes);
                    new HierarchyRoutes(
                                    new DatedHierarchies(db.database(), db.journal(), db.clock(), settings), settings)
                            .routes(config.routes);
                    new TeamRoutes(new StoredTeams(db.database(), db.journal(), db.clock()), settings)
                            .routes(config.routes);
                    new SplitRoutes(
                                    new StoredCredits(db.database(), db.journal(), db.clock(), settings),
                                    opportunities(),
                                    settings)
                            .routes(config.routes);
                    new RollupRoutes(
                                    new ExactRollups(db.database(), db.journal(), db.clock(), settings),
                                    new MonthlyRevenue(db.database(), db.journal(), db.clock(), settings))
                            .routes(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_calendar_is_made_becomes_the_standard_and_is_read_as_it_was() throws Exception {
        var created = send("POST", "calendars?reason=retail", RETAIL.formatted("NRF", false));
        String one = "calendars/" + json(created).path("id").asText();
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(json(send("GET", "calendars/standard", "")).path("name").asText())
                .isEqualTo("settings");

        assertThat(send("PUT", one, RETAIL.formatted("NRF", true)).body()).isEqualTo("PRECONDITION_REQUIRED");
        assertThat(send("PUT", one, RETAIL.formatted("NRF", true), "\"9\"").body())
                .isEqualTo("STALE_VERSION");
        db.clock().advance(Duration.ofDays(1));
        var changed = send("PUT", one, RETAIL.formatted("NRF", true), "\"1\"");
        assertThat(changed.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(json(send("GET", one + "?asOf=2026-11-02", ""))
                        .path("standard")
                        .asBoolean())
                .isFalse();

        var weeks = json(send("GET", "calendars/standard/periods?level=week&from=2024-01-28&to=2024-02-04", ""));
        assertThat(weeks.findValuesAsText("name")).containsExactly("2023-W53", "2024-W1");
        // Fiscal November 2026 of the retail calendar: 1 to 28 November, as 4-5-4 from 1 February 2026 has it.
        assertThat(json(send("GET", "calendars/standard/periods?level=period&from=2026-11-02&to=2026-11-02", ""))
                        .at("/0/start")
                        .asText())
                .isEqualTo("2026-11-01");
        assertThat(json(send("GET", "rollup?period=2026-P10", ""))
                        .path("period")
                        .asText())
                .isEqualTo("2026-P10");

        String months =
                "{\"name\": \"NRF\", \"calendar\": {\"kind\": \"MONTHS\", \"firstMonth\": \"JULY\", \"zone\": \"UTC\"}}";
        var months2 = send("PUT", one, months, "\"2\"");
        assertThat(json(months2).at("/calendar/kind").asText()).isEqualTo("MONTHS");
        assertThat(json(send("GET", "calendars/standard", "")).path("name").asText())
                .isEqualTo("settings");
    }

    @Test
    void calendars_that_cannot_be_are_refused_by_name() throws Exception {
        assertThat(send("POST", "calendars", RETAIL.formatted("settings", false))
                        .body())
                .isEqualTo("INVALID_CALENDAR");
        assertThat(send("POST", "calendars", RETAIL.formatted("Paris", true).replace("UTC", "Europe/Paris"))
                        .body())
                .isEqualTo("INVALID_CALENDAR");
        assertThat(send("GET", "calendars/" + UUID.randomUUID(), "").body()).isEqualTo("CALENDAR_NOT_FOUND");
        assertThat(send("GET", "calendars/standard/periods?from=2026-02-01", "").body())
                .isEqualTo("INVALID_PARAMETER");
        assertThat(send("GET", "rollup?period=2026-P13", "").body()).isEqualTo("INVALID_PARAMETER");
    }

    @Test
    void rates_are_set_once_corrected_and_known_as_they_were() throws Exception {
        String body = "{\"rates\": [{\"from\": \"EUR\", \"to\": \"USD\", \"date\": \"2026-01-01\", \"rate\": %s,"
                + " \"kind\": \"PLAN\"}]}";
        assertThat(send("PUT", "rates", body.formatted("1.10")).body()).isEqualTo("{\"changed\":1}");
        assertThat(send("PUT", "rates", body.formatted("1.100")).body()).isEqualTo("{\"changed\":0}");
        db.clock().advance(Duration.ofDays(1));
        assertThat(send("PUT", "rates", body.formatted("1.20")).body()).isEqualTo("{\"changed\":1}");

        assertThat(json(send("GET", "rates", "")).at("/0/rate").decimalValue()).isEqualByComparingTo("1.20");
        assertThat(json(send("GET", "rates?knownAt=2026-11-02", ""))
                        .at("/0/rate")
                        .decimalValue())
                .isEqualByComparingTo("1.10");
        var now = json(send("GET", "rollup?currency=USD&rates=PLAN", ""));
        assertThat(now.at("/total/open/amount").decimalValue()).isEqualByComparingTo("120.00");
        assertThat(now.at("/conversion/policy").asText()).isEqualTo("PLAN");
        assertThat(json(send("GET", "rollup?currency=USD&rates=PLAN&knownAt=2026-11-02", ""))
                        .at("/total/open/amount")
                        .decimalValue())
                .isEqualByComparingTo("110.00");
        assertThat(send("GET", "rollup?currency=CHF&rates=PLAN", "").body()).isEqualTo("RATE_MISSING");
        String twice = body.formatted("1.3, \"kind\": \"PLAN\"}, {\"from\": \"EUR\", \"to\": \"USD\","
                + " \"date\": \"2026-01-01\", \"rate\": 1.4");
        assertThat(send("PUT", "rates", twice).body()).isEqualTo("INVALID_CONTENT");
    }

    @Test
    void rates_may_come_as_a_file() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + PIPELINE + "rates"))
                .header("Content-Type", "text/csv; charset=utf-8")
                .PUT(BodyPublishers.ofString("from,to,date,rate,kind\nNOK,SEK,2026-10-01,0.95,SPOT\n"))
                .build();

        assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("{\"changed\":1}");
        assertThat(json(send("GET", "rates", "")).findValuesAsText("from")).contains("NOK");
    }

    @Test
    void a_hierarchy_is_built_and_moved() throws Exception {
        String nodes = "hierarchies/territory/nodes";
        var north = json(send("POST", nodes, "{\"name\": \"North\", \"kind\": \"TERRITORY\"}"));
        var city = send(
                "POST",
                nodes,
                "{\"name\": \"City\", \"kind\": \"TERRITORY\", \"parent\": \"%s\"}"
                        .formatted(north.path("id").asText()));
        String one = nodes + "/" + json(city).path("id").asText();
        assertThat(city.statusCode()).isEqualTo(201);

        db.clock().advance(Duration.ofDays(1));
        assertThat(send("PUT", one + "/parent", "{}").body()).isEqualTo("PRECONDITION_REQUIRED");
        assertThat(send("PUT", one + "/parent", "{}", "\"1\"").headers().firstValue("ETag"))
                .contains("\"2\"");
        assertThat(json(send("PUT", one + "/name", "{\"name\": \"Town\"}", "\"2\""))
                        .path("name")
                        .asText())
                .isEqualTo("Town");
        assertThat(json(send("GET", "hierarchies/TERRITORY?asOf=2026-11-02", ""))
                        .at("/nodes/0/parent")
                        .asText())
                .isEqualTo(north.path("id").asText());
        var now = json(send("GET", "hierarchies/TERRITORY?asOf=2026-11-02&mode=AS_IS", ""));
        assertThat(now.path("mode").asText()).isEqualTo("AS_IS");
        assertThat(now.path("nodes").findValuesAsText("name")).containsExactly("North", "Town");
        assertThat(json(send("DELETE", one, "", "\"3\"")).path("endedOn").asText())
                .isEqualTo("2026-11-03");
        assertThat(json(send("GET", "hierarchies", "")).findValuesAsText("kind"))
                .containsExactly("ORG", "TERRITORY", "PRODUCT", "INDUSTRY");
        assertThat(send("POST", nodes, "{\"name\": \"X\", \"kind\": \"SELLER\"}")
                        .body())
                .isEqualTo("INVALID_CONTENT");
        assertThat(send("GET", "hierarchies/flat", "").body()).isEqualTo("INVALID_PARAMETER");
        assertThat(json(send("GET", "hierarchies/ORG/nodes/" + node("Mia") + "/scope", ""))
                        .path("members"))
                .hasSize(3);
    }

    @Test
    void who_was_on_a_deal_on_a_day_is_answered() throws Exception {
        String team = "opportunities/" + deal + "/team";
        String sam =
                "{\"user\": \"sam\", \"unit\": \"STU\", \"role\": \"architect\", \"allocation\": 60, \"from\": \"%s\"%s}";
        var first = send("POST", team, sam.formatted("2026-10-01", ""));
        String one = team + "/" + json(first).at("/assignment/id").asText();
        assertThat(first.statusCode()).isEqualTo(201);

        assertThat(send("POST", team, sam.formatted("2026-12-01", "")).body()).isEqualTo("ASSIGNMENT_OVERLAPS");
        var ended = send("PUT", one, sam.formatted("2026-10-01", ", \"to\": \"2026-11-30\""), "\"1\"");
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(send("POST", team, sam.formatted("2026-12-01", "")).statusCode())
                .isEqualTo(201);
        var heavy = send("POST", team, sam.formatted("2026-11-15", "").replace("architect", "adviser"));
        assertThat(json(heavy).at("/warnings/0").asText()).isEqualTo("sam is allocated to 120 % from 2026-11-15 on");

        assertThat(json(send("GET", team + "?on=2026-11-30", "")).findValuesAsText("role"))
                .containsExactlyInAnyOrder("architect", "adviser");
        assertThat(json(send("GET", team + "?on=2026-09-30", ""))).isEmpty();
        assertThat(json(send("GET", team + "?knownAt=2026-11-01", ""))).isEmpty();
        assertThat(send("POST", team, sam.formatted("2026-10-01", ", \"to\": \"2026-09-01\""))
                        .body())
                .isEqualTo("INVALID_ASSIGNMENT");
        assertThat(send("POST", "accounts/" + UUID.randomUUID() + "/team", sam.formatted("2026-10-01", ""))
                        .body())
                .isEqualTo("ACCOUNT_NOT_FOUND");
    }

    @Test
    void revenue_credit_is_split_wholly_or_not_at_all() throws Exception {
        String splits = "opportunities/" + deal + "/splits";
        String body = "{\"revenue\": [{\"node\": \"" + ann + "\", \"percent\": %s}, {\"node\": \"" + bob
                + "\", \"percent\": 33.3333}], \"overlay\": [{\"node\": \"" + bob + "\", \"percent\": 100}]}";
        assertThat(json(send("GET", splits, "")).at("/split/version").asInt()).isZero();
        assertThat(send("PUT", splits, body.formatted("66.6666"), "\"0\"").body())
                .isEqualTo("INVALID_SPLIT");

        var split = send("PUT", splits, body.formatted("66.6667"), "\"0\"");
        assertThat(split.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(json(split).at("/revenue/0/amount").decimalValue()).isEqualByComparingTo("66.67");
        assertThat(json(split).at("/revenue/1/amount").decimalValue()).isEqualByComparingTo("33.33");
        assertThat(send("PUT", splits, body.formatted("66.6667"), "\"0\"").body())
                .isEqualTo("STALE_VERSION");
        assertThat(json(send("GET", "rollup?credit=SPLIT", ""))
                        .at("/total/open/amount")
                        .decimalValue())
                .isEqualByComparingTo("100");
        assertThat(send("GET", "rollup?credit=SPLIT&hierarchy=PRODUCT", "").body())
                .isEqualTo("INVALID_PARAMETER");
    }

    private static JournaledOpportunities opportunities() {
        return new JournaledOpportunities(db.database(), db.journal(), db.clock(), Given.SETTINGS.zone());
    }

    private static UUID node(String name) {
        return new StoredHierarchy(db.database())
                .all().stream()
                        .filter(node -> node.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    private HttpResponse<String> send(String method, String path, String body, String... ifMatch)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + PIPELINE + path))
                .method(method, BodyPublishers.ofString(body));
        for (String tag : ifMatch) {
            request.header("If-Match", tag);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body(), JsonNode.class);
    }
}
