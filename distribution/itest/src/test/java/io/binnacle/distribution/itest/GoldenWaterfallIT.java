package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.ApiClient;
import io.binnacle.platform.testkit.TestPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The eighteen deals of the product description, 6.1, brought into the shipped platform as the files of another
 * system, and their waterfall as a client reads it; amounts in thousands.
 */
class GoldenWaterfallIT {

    @RegisterExtension
    static final TestPlatform platform = new TestPlatform();

    private static final String DEALS = "/api/v1/pipeline/opportunities";
    private static final String WATERFALL = "/api/v1/pipeline/waterfall";
    private static final String WINDOW = "?from=2026-10-05&to=2026-11-02&period=2026-Q4&node=";

    private static ApiClient admin;

    @BeforeAll
    static void with_the_golden_deals(@TempDir Path folder) throws IOException {
        admin = platform.admin();
        JsonNode done = admin.outcome(admin.upload("/api/v1/imports", GoldenFiles.in(folder)));
        assertThat(done.at("/result/outcome/counts/opportunity/created").asInt())
                .as(done.toString())
                .isEqualTo(18);
        change("D15", "2026-10-11", "{'status': 'CANCELLED', 'category': 'OMITTED', 'reasonClosed': 'a duplicate'}");
        change("D14", "2026-09-01", "{'status': 'LOST', 'category': 'OMITTED', 'reasonClosed': 'price'}");
        change(
                "D14",
                "2026-10-19",
                "{'status': 'OPEN', 'category': 'PIPELINE', 'reasonClosed': null, 'closeDate': '2026-12-10'}");
    }

    private static void change(String name, String since, String patch) {
        JsonNode deal = StreamSupport.stream(
                        read(DEALS + "?limit=100").get("items").spliterator(), false)
                .filter(found -> found.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
        var answer = admin.patch(
                DEALS + "/" + deal.get("id").asText() + "?reason=golden&validSince=" + since,
                deal.get("version").asLong(),
                patch.replace('\'', '"'));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void the_manager_has_the_buckets_of_the_definition() {
        JsonNode answer = read(WATERFALL + WINDOW + node("M"));

        assertThat(buckets(answer.get("top"))).isEqualTo(expected(595, 280));
        assertThat(answer.at("/checks/violations")).isEmpty();
        // Of the eighteen deals the files tell an owner of before for D10, D11 and D12 alone.
        assertThat(answer.at("/limits/0/code").asText()).isEqualTo("OWNER_HISTORY_UNKNOWN");
        assertThat(answer.at("/limits/0/deals").asInt()).isEqualTo(15);
        assertThat(answer.at("/top/children/0/buckets/closing/amount/amount").asLong())
                .isEqualTo(575_000);
        assertThat(answer.at("/top/children/1/buckets/closing/amount/amount").asLong())
                .isEqualTo(315_000);
    }

    @Test
    void every_change_counts_along_the_path() {
        assertThat(buckets(read(WATERFALL + WINDOW + node("M") + "&mode=path").get("top")))
                .isEqualTo(expected(630, 315));
    }

    @Test
    void what_was_pushed_drills_to_its_deal_and_flows_from_the_opening() {
        JsonNode pushed = read(WATERFALL + "/deals" + WINDOW + node("M") + "&bucket=pushed");
        JsonNode link = read(WATERFALL + "/flow/deals" + WINDOW + node("M") + "&source=opening&target=pushed");

        assertThat(pushed.get("items").findValuesAsText("name")).containsExactly("D06");
        assertThat(link.get("items").findValuesAsText("name")).containsExactly("D06");
    }

    @Test
    void at_constant_currency_it_is_the_same() {
        admin.put(
                "/api/v1/pipeline/rates",
                0,
                "{\"rates\": [{\"from\": \"EUR\", \"to\": \"USD\", \"date\": \"2026-01-01\", \"rate\": 2, \"kind\": \"PLAN\"}]}");
        JsonNode top = read(WATERFALL + WINDOW + node("M") + "&rates=PLAN").get("top");

        Map<String, Long> doubled = new TreeMap<>();
        expected(595, 280).forEach((bucket, amount) -> doubled.put(bucket, 2 * amount));
        assertThat(buckets(top)).isEqualTo(doubled);
    }

    private static Map<String, Long> expected(long pulledIn, long pushed) {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("opening", 1100L),
                Map.entry("new", 110L),
                Map.entry("reopened", 25L),
                Map.entry("transferredIn", 45L),
                Map.entry("pulledIn", pulledIn),
                Map.entry("rolledOver", 30L),
                Map.entry("increased", 70L),
                Map.entry("decreased", 50L),
                Map.entry("won", 610L),
                Map.entry("lost", 50L),
                Map.entry("pushed", pushed),
                Map.entry("transferredOut", 60L),
                Map.entry("removed", 35L),
                Map.entry("closing", 890L)));
    }

    private static Map<String, Long> buckets(JsonNode node) {
        Map<String, Long> found = new TreeMap<>();
        node.get("buckets")
                .properties()
                .forEach(bucket -> found.put(
                        bucket.getKey(), bucket.getValue().at("/amount/amount").asLong() / 1000));
        found.values().removeIf(amount -> amount == 0);
        return found;
    }

    private static String node(String name) {
        return StreamSupport.stream(read("/api/v1/pipeline/hierarchy").spliterator(), false)
                .filter(node -> node.get("name").asText().equals(name))
                .map(node -> node.get("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(String path) {
        var answer = admin.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
