package io.binnacle.pipeline.core.hierarchy;

import static io.binnacle.pipeline.core.Given.SELLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyMode;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.PipelineError;
import io.binnacle.pipeline.core.Given;
import io.binnacle.pipeline.core.StoredHierarchy;
import io.binnacle.platform.api.error.ErrorCode;
import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestClock;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatedHierarchiesTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("pipeline");

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final DatedHierarchies hierarchies =
            new DatedHierarchies(db.database(), db.journal(), db.clock(), Given.SETTINGS);

    @BeforeEach
    void start() {
        db.clock().set(TestClock.START);
    }

    @Test
    void a_move_holds_since_its_day_and_leaves_history_alone() {
        HierarchyNode north = territory("North", null, "2026-01-01");
        HierarchyNode south = territory("South", null, "2026-01-01");
        HierarchyNode city = territory("City", north, "2026-01-01");

        move(city, south, "2026-10-01");

        AsOf september = AsOf.validAt(Instant.parse("2026-09-30T12:00:00Z"));
        assertThat(within(north, september)).contains(city.id());
        assertThat(within(north, AsOf.LATEST)).doesNotContain(city.id());
        assertThat(within(south, AsOf.LATEST)).contains(city.id());
        assertThat(hierarchies.scope(north.id(), september, HierarchyMode.AS_IS).nodes())
                .doesNotContain(city.id());
        AsOf knownBefore = new AsOf(Instant.MAX, TestClock.START.minusSeconds(1));
        assertThat(hierarchies.nodes(HierarchyKind.TERRITORY, knownBefore)).doesNotContain(city);
    }

    @Test
    void a_node_never_stands_below_itself_now() {
        HierarchyNode top = territory("Top", null, "2026-01-01");
        HierarchyNode middle = territory("Middle", top, "2026-01-01");
        HierarchyNode leaf = territory("Leaf", middle, "2026-01-01");

        refused(() -> move(top, leaf, "2026-10-01"), PipelineError.HIERARCHY_CYCLE);
        refused(() -> move(top, top, "2026-10-01"), PipelineError.HIERARCHY_CYCLE);
    }

    // In March B is put below A, in June at the top again. A late correction that puts A below B since February
    // would make a circle in March alone: neither at its own day nor today.
    @Test
    void a_node_never_stands_below_itself_at_any_instant_after_its_move() {
        HierarchyNode a = territory("A", null, "2026-01-01");
        HierarchyNode b = territory("B", null, "2026-01-01");
        HierarchyNode below = move(b, a, "2026-03-01");
        hierarchies.move(b.id(), below.version(), Optional.empty(), day("2026-06-01"), SELLER, "");

        assertThatThrownBy(() -> move(a, b, "2026-02-01"))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(PipelineError.HIERARCHY_CYCLE))
                .hasMessageContaining("2026-03-01");
        assertThat(move(a, b, "2026-06-01").parent()).contains(b.id());
    }

    @Test
    void a_late_correction_gives_way_to_what_was_said_of_later_days() {
        HierarchyNode east = territory("East", null, "2026-01-01");
        HierarchyNode west = territory("West", null, "2026-01-01");
        HierarchyNode town = territory("Town", null, "2026-01-01");
        HierarchyNode moved = move(town, east, "2026-09-01");

        HierarchyNode corrected =
                hierarchies.move(town.id(), moved.version(), Optional.of(west.id()), day("2026-04-01"), SELLER, "");

        assertThat(corrected.parent()).contains(east.id());
        assertThat(within(west, AsOf.validAt(Instant.parse("2026-05-01T00:00:00Z"))))
                .contains(town.id());
    }

    @Test
    void accounts_are_placed_since_a_day() {
        UUID account = account("Acme");
        HierarchyNode banks =
                hierarchies.create("Banks", NodeKind.INDUSTRY, Optional.empty(), day("2026-01-01"), SELLER, "");
        HierarchyNode retail =
                hierarchies.create("Retail", NodeKind.INDUSTRY, Optional.empty(), day("2026-01-01"), SELLER, "");
        var first = hierarchies.place(
                HierarchyKind.INDUSTRY, account, 0, Optional.of(banks.id()), day("2026-02-01"), SELLER, "");
        hierarchies.place(
                HierarchyKind.INDUSTRY,
                account,
                first.version(),
                Optional.of(retail.id()),
                day("2026-08-01"),
                SELLER,
                "");

        var july = hierarchies.scope(
                banks.id(), AsOf.validAt(Instant.parse("2026-07-31T00:00:00Z")), HierarchyMode.AS_WAS);
        assertThat(july.members()).containsExactly(account);
        assertThat(july.contains(Optional.empty(), Optional.of(account), Optional.empty()))
                .isTrue();
        assertThat(hierarchies
                        .scope(banks.id(), AsOf.LATEST, HierarchyMode.AS_WAS)
                        .members())
                .isEmpty();
        assertThat(hierarchies
                        .scope(retail.id(), AsOf.validAt(LONG_AGO), HierarchyMode.AS_IS)
                        .members())
                .containsExactly(account);
    }

    @Test
    void what_makes_no_sense_is_refused_by_name() {
        HierarchyNode zone = territory("Zone", null, "2026-05-01");
        territory("Below", zone, "2026-05-01");

        refused(() -> move(zone, null, "2026-04-01"), PipelineError.INVALID_HIERARCHY);
        refused(() -> move(zone, null, "2026-11-03"), PlatformError.INVALID_CONTENT);
        refused(
                () -> hierarchies.create("X", NodeKind.INDUSTRY, Optional.of(zone.id()), Optional.empty(), SELLER, ""),
                PipelineError.INVALID_HIERARCHY);
        refused(() -> territory(" ", null, "2026-05-01"), PipelineError.INVALID_HIERARCHY);
        refused(
                () -> hierarchies.end(zone.id(), zone.version(), Optional.empty(), SELLER, ""),
                PipelineError.INVALID_HIERARCHY);
        refused(() -> hierarchies.rename(zone.id(), 7, "Y", Optional.empty(), SELLER, ""), PlatformError.STALE_VERSION);
        refused(
                () -> hierarchies.scope(UUID.randomUUID(), AsOf.LATEST, HierarchyMode.AS_WAS),
                PipelineError.NODE_NOT_FOUND);
    }

    @Test
    void a_territory_is_no_part_of_the_sales_hierarchy() {
        HierarchyNode apart = territory("Apart", null, "2026-01-01");
        StoredHierarchy sales = new StoredHierarchy(db.database());

        assertThat(sales.find(apart.id())).isEmpty();
        assertThat(sales.all()).doesNotContain(apart);
    }

    @Test
    void nothing_new_belongs_to_a_node_that_ended() {
        HierarchyNode gone = territory("Gone", null, "2026-01-01");
        HierarchyNode ended = hierarchies.end(gone.id(), gone.version(), day("2026-10-01"), SELLER, "");

        assertThat(ended.endedOn()).contains(LocalDate.of(2026, 10, 1));
        refused(() -> territory("Late", gone, "2026-10-15"), PipelineError.INVALID_HIERARCHY);
        assertThat(hierarchies.nodes(HierarchyKind.TERRITORY, AsOf.validAt(Instant.parse("2026-09-01T00:00:00Z"))))
                .filteredOn(node -> node.id().equals(gone.id()))
                .allMatch(node -> node.endedOn().isEmpty());
    }

    private java.util.Set<UUID> within(HierarchyNode node, AsOf asOf) {
        return hierarchies.scope(node.id(), asOf, HierarchyMode.AS_WAS).nodes();
    }

    private HierarchyNode territory(String name, HierarchyNode parent, String since) {
        return hierarchies.create(
                name, NodeKind.TERRITORY, Optional.ofNullable(parent).map(HierarchyNode::id), day(since), SELLER, "");
    }

    private HierarchyNode move(HierarchyNode node, HierarchyNode parent, String since) {
        return hierarchies.move(
                node.id(),
                node.version(),
                Optional.ofNullable(parent).map(HierarchyNode::id),
                day(since),
                SELLER,
                "reorganised");
    }

    private static Optional<LocalDate> day(String day) {
        return Optional.of(LocalDate.parse(day));
    }

    private static UUID account(String name) {
        return Given.account(db, name);
    }

    private static void refused(ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                .isEqualTo(code));
    }
}
