package io.binnacle.pipeline.core.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.pipeline.core.calendars.StoredCalendars;
import io.binnacle.pipeline.core.http.WaterfallRoutes;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.testkit.TestDatabase;
import io.javalin.Javalin;
import io.javalin.json.JavalinJackson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The golden vectors on a real server and a real database: amounts in thousands, as they stand in the definition. */
class WaterfallsOverHttpTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String WINDOW = "from=2026-10-05&to=2026-11-02&period=2026-Q4";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static Map<String, UUID> nodes;
    private static Javalin server;

    @BeforeAll
    static void start() {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(Golden.batch(), Given.SELLER, "import:golden", false, Progress.NONE);
        nodes = new StoredHierarchy(db.database())
                .all().stream().collect(Collectors.toMap(node -> node.name(), node -> node.id()));
        var waterfalls = new ExactWaterfalls(db.database(), db.journal(), db.clock(), Given.SETTINGS);
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jsonMapper(new JavalinJackson(Json.mapper(), false));
                    config.routes.exception(PlatformException.class, (failure, ctx) -> ctx.status(
                                    failure.code().culprit().status())
                            .result(failure.code().name() + ": " + failure.getMessage()));
                    new WaterfallRoutes(
                                    waterfalls,
                                    new StoredCalendars(db.database(), db.journal(), db.clock(), Given.SETTINGS),
                                    Given.SETTINGS)
                            .routes(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void the_manager_sees_the_golden_waterfall() {
        JsonNode answer = json("?" + WINDOW + "&node=" + nodes.get("M"));

        assertThat(buckets(answer.get("top")))
                .isEqualTo(Map.ofEntries(
                        Map.entry("opening", "1100"),
                        Map.entry("new", "110"),
                        Map.entry("reopened", "25"),
                        Map.entry("transferredIn", "45"),
                        Map.entry("pulledIn", "595"),
                        Map.entry("rolledOver", "30"),
                        Map.entry("increased", "70"),
                        Map.entry("decreased", "50"),
                        Map.entry("won", "610"),
                        Map.entry("lost", "50"),
                        Map.entry("pushed", "280"),
                        Map.entry("transferredOut", "60"),
                        Map.entry("removed", "35"),
                        Map.entry("closing", "890")));
        assertThat(answer.at("/checks").toString())
                .isEqualTo("{\"additivity\":true,\"identity\":true,\"nodes\":3,\"violations\":[]}");
        assertThat(answer.get("limits")).isEmpty();
    }

    @Test
    void the_sellers_add_up_to_the_manager_but_for_the_deal_that_went_between_them() {
        JsonNode top = json("?" + WINDOW + "&node=" + nodes.get("M")).get("top");

        assertThat(buckets(top.at("/children/0")))
                .isEqualTo(Map.of(
                        "opening",
                        "545",
                        "new",
                        "70",
                        "pulledIn",
                        "595",
                        "rolledOver",
                        "30",
                        "increased",
                        "70",
                        "won",
                        "570",
                        "transferredOut",
                        "150",
                        "removed",
                        "15",
                        "closing",
                        "575"));
        assertThat(buckets(top.at("/children/1")))
                .isEqualTo(Map.of(
                        "opening",
                        "555",
                        "new",
                        "40",
                        "reopened",
                        "25",
                        "transferredIn",
                        "135",
                        "decreased",
                        "50",
                        "won",
                        "40",
                        "lost",
                        "50",
                        "pushed",
                        "280",
                        "removed",
                        "20",
                        "closing",
                        "315"));
        assertThat(top.get("betweenChildren").toString())
                .isEqualTo("{\"transferredIn\":{\"amount\":90000,\"currency\":\"EUR\"},"
                        + "\"transferredOut\":{\"amount\":90000,\"currency\":\"EUR\"}}");
    }

    @Test
    void a_seller_asked_for_alone_is_the_same_as_below_the_manager() {
        JsonNode below = json("?" + WINDOW + "&node=" + nodes.get("M")).at("/top/children/1");

        assertThat(json("?" + WINDOW + "&node=" + nodes.get("R2")).get("top")).isEqualTo(below);
    }

    @Test
    void a_path_counts_the_deal_that_went_out_and_came_back() {
        JsonNode endpoint = json("?" + WINDOW + "&node=" + nodes.get("M")).get("top");
        JsonNode path = json("?" + WINDOW + "&mode=path&node=" + nodes.get("M")).get("top");

        Map<String, String> expected = buckets(endpoint);
        expected.put("pushed", "315");
        expected.put("pulledIn", "630");
        assertThat(buckets(path)).isEqualTo(expected);
    }

    @Test
    void each_bucket_drills_to_its_deals() {
        Map<String, String> deals = new TreeMap<>();
        for (String bucket : buckets(
                        json("?" + WINDOW + "&node=" + nodes.get("M")).get("top"))
                .keySet()) {
            deals.put(bucket, names(bucket, ""));
        }

        assertThat(deals)
                .containsEntry("new", "D07, D08")
                .containsEntry("reopened", "D14")
                .containsEntry("transferredIn", "D11")
                .containsEntry("pulledIn", "D16, D09")
                .containsEntry("rolledOver", "D13")
                .containsEntry("increased", "D02, D04")
                .containsEntry("decreased", "D03, D06")
                .containsEntry("won", "D16, D04, D08")
                .containsEntry("lost", "D05")
                .containsEntry("pushed", "D06")
                .containsEntry("transferredOut", "D10")
                .containsEntry("removed", "D15, D18")
                .containsEntry("closing", "D02, D03, D09, D01, D12, D07, D11, D17, D13, D14");
        assertThat(names("pushed", "&mode=path")).isEqualTo("D06, D17");
    }

    @Test
    void deals_come_in_pages() {
        String path = "/deals?bucket=won&limit=2&" + WINDOW + "&node=" + nodes.get("M");
        JsonNode first = json(path);
        JsonNode second = json(path + "&cursor=" + first.get("next").asText());

        assertThat(first.get("items").findValuesAsText("name")).containsExactly("D16", "D04");
        assertThat(second.get("items").findValuesAsText("name")).containsExactly("D08");
        assertThat(second.has("next")).isFalse();
        assertThat(second.at("/items/0/after/status").asText()).isEqualTo("WON");
        assertThat(second.at("/items/0").has("before")).isFalse();
    }

    @Test
    void other_tools_words_tell_the_same_in_seven_buckets() {
        // new 110 + 25 + 45, pulled in 595 + 30, pushed 280 + 60 + 35
        assertThat(amounts(json("?" + WINDOW + "&node=" + nodes.get("M")).get("summary")))
                .isEqualTo(Map.of(
                        "opening",
                        "1100",
                        "new",
                        "180",
                        "pulledIn",
                        "625",
                        "increased",
                        "70",
                        "decreased",
                        "50",
                        "won",
                        "610",
                        "lost",
                        "50",
                        "pushed",
                        "375",
                        "closing",
                        "890"));
    }

    @Test
    void a_flow_leads_what_came_in_to_where_it_went() {
        JsonNode flow = json("/flow?" + WINDOW + "&node=" + nodes.get("M"));

        Map<String, Long> sums = new TreeMap<>();
        Map<String, Long> links = new TreeMap<>();
        flow.get("links").forEach(link -> {
            long amount = link.at("/amount/amount").asLong() / 1000;
            sums.merge(link.get("source").asText(), amount, Long::sum);
            sums.merge(link.get("target").asText(), amount, Long::sum);
            links.put(link.get("source").asText() + " -> " + link.get("target").asText(), amount);
        });
        assertThat(sums.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                        .toString())))
                .isEqualTo(buckets(flow.at("/waterfall/top")));
        assertThat(links)
                .containsEntry("opening -> pushed", 280L)
                .containsEntry("pulledIn -> won", 480L)
                .containsEntry("increased -> won", 10L)
                .containsEntry("new -> won", 40L)
                .containsEntry("reopened -> closing", 25L);
    }

    @Test
    void each_link_of_the_flow_drills_to_its_deals() {
        String path = "/flow/deals?" + WINDOW + "&node=" + nodes.get("M");

        JsonNode pulledAndWon = json(path + "&source=pulledIn&target=won").get("items");
        assertThat(pulledAndWon.findValuesAsText("name")).containsExactly("D16");
        assertThat(pulledAndWon.at("/0/part/amount").asLong()).isEqualTo(480_000);
        // D04 was 80 at the start, is 90 at its end: 80 of that came from the opening, 10 from the raise.
        assertThat(json(path + "&source=increased&target=won")
                        .at("/items/0/part/amount")
                        .asLong())
                .isEqualTo(10_000);
        assertThat(json(path + "&source=closing&target=won").get("items")).isEmpty();
        assertThat(get(path + "&source=opening").body())
                .startsWith("INVALID_PARAMETER: target must be one of opening, new");
    }

    @Test
    void the_whole_pipeline_has_no_transfers_and_its_roots_below_it() {
        JsonNode top = json("?" + WINDOW).get("top");

        assertThat(top.get("name").asText()).isEqualTo("(all)");
        assertThat(top.get("children").findValuesAsText("name")).contains("M", "X");
        // X had D11 with 45 at the start and has D10 with 60 at the end.
        assertThat(buckets(top)).containsEntry("opening", "1145").containsEntry("closing", "950");
        assertThat(buckets(top)).doesNotContainKeys("transferredIn", "transferredOut");
    }

    @Test
    void what_was_not_known_then_is_not_in_it() {
        JsonNode before = json("?" + WINDOW + "&knownAt=2026-01-01");

        assertThat(buckets(before.get("top"))).isEmpty();
        assertThat(before.get("currency").asText()).isEqualTo("USD");
    }

    @Test
    void asked_again_for_what_it_says_it_answers_the_same_bytes() {
        HttpResponse<String> first = get("?from=2026-10-05&node=" + nodes.get("M"));
        JsonNode answer = Json.read(first.body(), JsonNode.class);

        db.clock().advance(java.time.Duration.ofDays(1));
        HttpResponse<String> again = get("?from=" + answer.get("from").asText() + "&to="
                + answer.get("to").asText() + "&knownAt="
                + answer.get("knownAt").asText() + "&period="
                + answer.at("/period/name").asText() + "&node=" + nodes.get("M"));

        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void what_cannot_be_told_is_refused_by_name() {
        assertThat(get("?to=2026-11-02").body()).startsWith("INVALID_PARAMETER: from is needed");
        assertThat(get("?from=2026-11-03&to=2026-11-02").body()).startsWith("INVALID_WINDOW");
        assertThat(get("?" + WINDOW + "&node=" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(get("?" + WINDOW + "&node=" + UUID.randomUUID()).body()).startsWith("NODE_NOT_FOUND");
        assertThat(get("?" + WINDOW + "&mode=often").body()).startsWith("INVALID_PARAMETER: mode must be one of");
        assertThat(get("?from=2026-10-05&period=soon").body()).startsWith("INVALID_PARAMETER: period:");
        assertThat(get("?" + WINDOW + "&levels=-1").body()).startsWith("INVALID_PARAMETER: levels");
        assertThat(get("/deals?" + WINDOW).body()).startsWith("INVALID_PARAMETER: bucket must be one of opening, new");
        assertThat(get("/deals?bucket=won&cursor=!&" + WINDOW).body()).startsWith("INVALID_PARAMETER: cursor");
        assertThat(get("/deals?bucket=won&cursor=AAAAAAAAAAAAAAAAAAAAAA&" + WINDOW)
                        .body())
                .startsWith("INVALID_PARAMETER: cursor");
    }

    private static String names(String bucket, String more) {
        JsonNode page = json("/deals?bucket=" + bucket + "&" + WINDOW + more + "&node=" + nodes.get("M"));
        return String.join(", ", page.get("items").findValuesAsText("name"));
    }

    /** Those buckets that have something, in thousands. */
    private static Map<String, String> buckets(JsonNode node) {
        Map<String, String> found = new TreeMap<>();
        node.get("buckets").properties().forEach(bucket -> {
            long amount = bucket.getValue().at("/amount/amount").asLong();
            if (amount != 0) {
                found.put(bucket.getKey(), String.valueOf(amount / 1000));
            }
        });
        return found;
    }

    private static Map<String, String> amounts(JsonNode summary) {
        Map<String, String> found = new TreeMap<>();
        summary.properties()
                .forEach(entry -> found.put(
                        entry.getKey(),
                        String.valueOf(entry.getValue().get("amount").asLong() / 1000)));
        return found;
    }

    private static JsonNode json(String rest) {
        HttpResponse<String> response = get(rest);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.read(response.body(), JsonNode.class);
    }

    private static HttpResponse<String> get(String rest) {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/pipeline/waterfall" + rest);
        try {
            return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
