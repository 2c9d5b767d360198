package io.binnacle.pipeline.core.waterfall;

import static io.binnacle.pipeline.core.Given.ref;
import static io.binnacle.pipeline.core.waterfall.WaterfallServer.below;
import static io.binnacle.pipeline.core.waterfall.WaterfallServer.buckets;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.api.ForecastCategory;
import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.PipelineBatch;
import io.binnacle.pipeline.api.PipelineBatch.AccountRecord;
import io.binnacle.pipeline.api.PipelineBatch.DealHistory;
import io.binnacle.pipeline.api.PipelineBatch.DealState;
import io.binnacle.pipeline.api.PipelineBatch.ProductRecord;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.StoredAccounts;
import io.binnacle.pipeline.core.hierarchy.DatedHierarchies;
import io.binnacle.pipeline.core.load.JournaledLoader;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.operation.Progress;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Waterfalls along territories and products. Oslo lies in North. Acme moves from Oslo to South on 20 October; Bolt,
 * of South, is in Oslo from 10 to 25 October. Acme's deal changes from boats to ropes on 15 October.
 */
class WaterfallHierarchiesTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final String WINDOW = "from=2026-10-05&to=2026-11-01&period=2026-Q4";

    private static DatedHierarchies hierarchies;
    private static WaterfallServer server;
    private static UUID north;

    @BeforeAll
    static void start() {
        new JournaledLoader(db.database(), db.journal(), db.clock())
                .load(batch(), Given.SELLER, "import:test", false, Progress.NONE);
        hierarchies = new DatedHierarchies(db.database(), db.journal(), db.clock(), Given.SETTINGS);
        north = node("North", NodeKind.TERRITORY, null);
        UUID oslo = node("Oslo", NodeKind.TERRITORY, north);
        UUID south = node("South", NodeKind.TERRITORY, null);
        place(HierarchyKind.TERRITORY, account("Acme"), 0, oslo, "2026-06-01");
        place(HierarchyKind.TERRITORY, account("Acme"), 1, south, "2026-10-20");
        place(HierarchyKind.TERRITORY, account("Bolt"), 0, south, "2026-06-01");
        place(HierarchyKind.TERRITORY, account("Bolt"), 1, oslo, "2026-10-10");
        place(HierarchyKind.TERRITORY, account("Bolt"), 2, south, "2026-10-25");
        place(HierarchyKind.PRODUCT, product("Boat"), 0, node("Boats", NodeKind.PRODUCT_GROUP, null), "2026-06-01");
        place(HierarchyKind.PRODUCT, product("Rope"), 0, node("Ropes", NodeKind.PRODUCT_GROUP, null), "2026-06-01");
        server = new WaterfallServer(db);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void deals_move_with_their_accounts_from_territory_to_territory() {
        JsonNode answer = server.json("?levels=5&hierarchy=TERRITORY&" + WINDOW);

        assertThat(buckets(answer.get("top"))).isEqualTo(Map.of("opening", "157", "closing", "157"));
        assertThat(buckets(below(answer, "North"))).isEqualTo(Map.of("opening", "100", "transferredOut", "100"));
        assertThat(buckets(below(answer, "North").at("/children/0")))
                .isEqualTo(Map.of("opening", "100", "transferredOut", "100"));
        assertThat(buckets(below(answer, "South")))
                .isEqualTo(Map.of("opening", "50", "transferredIn", "100", "closing", "150"));
        assertThat(buckets(below(answer, "(no territory)"))).isEqualTo(Map.of("opening", "7", "closing", "7"));
        assertThat(answer.at("/checks/violations")).isEmpty();
        assertThat(answer.get("hierarchy").asText()).isEqualTo("TERRITORY");
        assertThat(answer.get("history").asText()).isEqualTo("AS_WAS");
    }

    @Test
    void a_path_sees_the_account_that_went_there_and_back() {
        assertThat(buckets(server.json("?mode=path&hierarchy=TERRITORY&node=" + north + "&" + WINDOW)
                        .get("top")))
                .isEqualTo(Map.of("opening", "100", "transferredIn", "50", "transferredOut", "150"));
    }

    @Test
    void restated_by_the_territories_of_the_end_nothing_moves() {
        JsonNode answer = server.json("?history=as_is&hierarchy=TERRITORY&" + WINDOW);

        assertThat(buckets(below(answer, "North"))).isEmpty();
        assertThat(buckets(below(answer, "South"))).isEqualTo(Map.of("opening", "150", "closing", "150"));
    }

    @Test
    void a_deal_that_changes_its_product_changes_its_group() {
        JsonNode answer = server.json("?hierarchy=PRODUCT&" + WINDOW);

        assertThat(buckets(below(answer, "Boats"))).isEqualTo(Map.of("opening", "100", "transferredOut", "100"));
        assertThat(buckets(below(answer, "Ropes")))
                .isEqualTo(Map.of("opening", "50", "transferredIn", "100", "closing", "150"));
        assertThat(buckets(below(answer, "(no product group)"))).isEqualTo(Map.of("opening", "7", "closing", "7"));
    }

    @Test
    void a_reorganisation_leaves_the_past_as_it_was_to_the_byte_and_restates_it_on_demand() {
        String past = "?levels=5&" + WINDOW;
        String before = server.get(past).body();

        HierarchyNode ann = person("Ann");
        hierarchies.move(
                ann.id(),
                ann.version(),
                Optional.of(person("North").id()),
                day("2026-11-02"),
                Given.SELLER,
                "reorganised");

        assertThat(server.get(past).body()).isEqualTo(before);
        assertThat(below(server.json(past), "North").at("/children/0/name").asText())
                .isEqualTo("Mia");
        JsonNode restated = server.json("?levels=5&history=as_is&from=2026-10-05&period=2026-Q4");
        JsonNode north = below(restated, "North");
        assertThat(north.at("/children/0/name").asText()).isEqualTo("Ann");
        assertThat(buckets(north.at("/children/0"))).isEqualTo(Map.of("opening", "157", "closing", "157"));
        assertThat(buckets(north.at("/children/1"))).isEmpty();
        assertThat(restated.get("history").asText()).isEqualTo("AS_IS");
    }

    @Test
    void a_territory_that_has_ended_shows_only_where_it_had_deals() {
        UUID west = node("West", NodeKind.TERRITORY, null);
        hierarchies.end(west, 1, day("2026-07-01"), Given.SELLER, "test");

        JsonNode answer = server.json("?hierarchy=TERRITORY&" + WINDOW);

        assertThat(answer.at("/top/children").findValuesAsText("name"))
                .contains("North", "South")
                .doesNotContain("West");
    }

    @Test
    void a_territory_is_no_node_of_the_sales_hierarchy() {
        assertThat(server.get("?node=" + north + "&" + WINDOW).body()).startsWith("NODE_NOT_FOUND");
    }

    private static PipelineBatch batch() {
        return new PipelineBatch(
                Given.team(),
                List.of(acc("Acme"), acc("Bolt")),
                List.of(prod("Boat"), prod("Rope")),
                List.of(
                        new DealHistory(
                                ref("deal", "1"),
                                List.of(
                                        state("2026-08-01", "Acme", "Boat", "100 EUR"),
                                        state("2026-10-15", "Acme", "Rope", "100 EUR"))),
                        new DealHistory(ref("deal", "2"), List.of(state("2026-08-01", "Bolt", "Rope", "50 EUR"))),
                        new DealHistory(ref("deal", "3"), List.of(state("2026-08-01", null, null, "7 EUR")))),
                List.of());
    }

    private static AccountRecord acc(String name) {
        return new AccountRecord(ref("account", name), name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static ProductRecord prod(String name) {
        return new ProductRecord(ref("product", name), name, Optional.empty(), Optional.empty());
    }

    private static DealState state(String since, String account, String product, String amount) {
        return new DealState(
                Given.instant(since),
                "A deal",
                reference("account", account),
                reference("node", "Ann"),
                reference("product", product),
                "Engaging",
                OpportunityStatus.OPEN,
                ForecastCategory.PIPELINE,
                Optional.of(Given.money(amount)),
                Optional.of(LocalDate.parse("2026-12-10")),
                LocalDate.parse("2026-08-01"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<ExternalRef> reference(String type, String name) {
        return Optional.ofNullable(name).map(id -> ref(type, id));
    }

    private static UUID node(String name, NodeKind kind, UUID parent) {
        return hierarchies
                .create(name, kind, Optional.ofNullable(parent), day("2026-06-01"), Given.SELLER, "test")
                .id();
    }

    private static HierarchyNode person(String name) {
        return hierarchies.nodes(HierarchyKind.ORG, AsOf.LATEST).stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void place(HierarchyKind kind, UUID subject, long version, UUID node, String since) {
        hierarchies.place(kind, subject, version, Optional.of(node), day(since), Given.SELLER, "test");
    }

    private static Optional<LocalDate> day(String iso) {
        return Optional.of(LocalDate.parse(iso));
    }

    private static UUID account(String name) {
        return new StoredAccounts(db.database())
                .all().stream()
                        .filter(account -> account.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    private static UUID product(String name) {
        return db.database().read(handle -> Tables.PRODUCTS.all(handle, "t.id")).stream()
                .filter(product -> product.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
