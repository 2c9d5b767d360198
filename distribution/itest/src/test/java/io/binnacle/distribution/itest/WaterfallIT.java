package io.binnacle.distribution.itest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.platform.testkit.TestPlatform;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Waterfalls of the shipped platform over its demo data, against the deals as they were listed on those days. */
class WaterfallIT {

    @RegisterExtension
    static final TestPlatform platform = new TestPlatform().withDemo();

    private static final String WATERFALL = "/api/v1/pipeline/waterfall";

    @Test
    void it_begins_and_ends_with_the_open_deals_of_those_days() {
        String from = LocalDate.now(ZoneOffset.UTC).minusWeeks(6).toString();
        String to = LocalDate.now(ZoneOffset.UTC).minusWeeks(1).toString();

        JsonNode waterfall = get(WATERFALL + "?levels=10&from=" + from + "&to=" + to);

        assertThat(end(waterfall.get("top"), "opening")).isEqualTo(open(waterfall.get("period"), from));
        assertThat(end(waterfall.get("top"), "closing")).isEqualTo(open(waterfall.get("period"), to));
        assertThat(waterfall.at("/checks/identity").asBoolean()).isTrue();
        assertThat(waterfall.at("/checks/additivity").asBoolean()).isTrue();
        assertThat(waterfall.at("/checks/nodes").asInt()).isGreaterThan(10);
    }

    @Test
    void its_deals_and_its_flow_are_the_same_numbers() {
        String window = "?from=" + LocalDate.now(ZoneOffset.UTC).minusWeeks(6) + "&mode=path";
        JsonNode created = get(WATERFALL + window).at("/top/buckets/new");

        JsonNode deals = get(WATERFALL + "/deals" + window + "&bucket=new&limit=1000");
        JsonNode flow = get(WATERFALL + "/flow" + window);

        assertThat(created.get("count").asLong()).isPositive();
        assertThat(deals.get("items")).hasSize(created.get("count").asInt());
        assertThat(sum(deals.get("items"), "/part/amount"))
                .isEqualByComparingTo(created.at("/amount/amount").decimalValue());
        assertThat(flow.get("links")).isNotEmpty();
    }

    @Test
    void by_territory_it_is_the_same_pipeline_in_other_places() {
        String window = "?from=" + LocalDate.now(ZoneOffset.UTC).minusWeeks(6);
        JsonNode byOwner = get(WATERFALL + window);

        JsonNode byTerritory = get(WATERFALL + window + "&hierarchy=TERRITORY&knownAt="
                + byOwner.get("knownAt").asText());

        assertThat(byTerritory.at("/top/buckets")).isEqualTo(byOwner.at("/top/buckets"));
        assertThat(byTerritory.at("/top/children").findValuesAsText("kind")).contains("TERRITORY");
        assertThat(byTerritory.at("/top/children").findValuesAsText("name")).doesNotContain("(no territory)");
        assertThat(byTerritory.at("/checks/violations")).isEmpty();
    }

    @Test
    void a_window_that_ends_before_it_begins_is_a_problem_by_name() {
        var answer = platform.admin().get(WATERFALL + "?from=2026-11-02&to=2026-10-05");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("INVALID_WINDOW");
    }

    private static String end(JsonNode node, String bucket) {
        JsonNode part = node.at("/buckets/" + bucket);
        return part.get("count").asText() + " deals, "
                + part.at("/amount/amount").decimalValue().stripTrailingZeros().toPlainString();
    }

    private static String open(JsonNode period, String day) {
        List<JsonNode> deals = new ArrayList<>();
        get("/api/v1/pipeline/opportunities?status=OPEN&limit=1000&asOf=" + day)
                .get("items")
                .forEach(deal -> {
                    String close = deal.path("closeDate").asText();
                    boolean closes = close.compareTo(period.get("first").asText()) >= 0
                            && close.compareTo(period.get("last").asText()) <= 0;
                    if (closes && !deal.get("category").asText().equals("OMITTED")) {
                        deals.add(deal);
                    }
                });
        return deals.size() + " deals, "
                + sum(deals, "/amount/amount").stripTrailingZeros().toPlainString();
    }

    private static BigDecimal sum(Iterable<JsonNode> items, String pointer) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : items) {
            sum = sum.add(item.at(pointer).decimalValue());
        }
        return sum;
    }

    private static JsonNode get(String path) {
        var answer = platform.admin().get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }
}
