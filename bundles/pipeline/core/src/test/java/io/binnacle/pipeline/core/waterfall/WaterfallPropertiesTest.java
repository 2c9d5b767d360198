package io.binnacle.pipeline.core.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.Waterfall;
import io.binnacle.pipeline.api.Waterfall.Node;
import io.binnacle.pipeline.api.WaterfallBucket;
import io.binnacle.pipeline.api.WaterfallFlow.Link;
import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of every waterfall, whatever became of the deals. */
class WaterfallPropertiesTest {

    private static final int LOGS = 10_000;

    @Property(tries = LOGS)
    void at_every_node_what_came_in_less_what_went_out_is_the_difference(@ForAll long seed, @ForAll Mode mode) {
        Node top = report(Log.of(seed), Optional.empty(), Log.FROM, Log.TO, mode);

        assertThat(all(top)).allSatisfy(node -> {
            BigDecimal balance = BigDecimal.ZERO;
            for (WaterfallBucket bucket : WaterfallBucket.values()) {
                balance = balance.add(amount(node, bucket).multiply(BigDecimal.valueOf(bucket.sign())));
            }
            assertThat(balance).isEqualByComparingTo(amount(node, WaterfallBucket.CLOSING));
        });
        assertThat(Proof.of(top).identity()).isTrue();
    }

    @Property(tries = LOGS)
    void children_add_up_to_their_parent_but_for_what_went_between_them(@ForAll long seed, @ForAll Mode mode) {
        Node top = report(Log.of(seed), Optional.empty(), Log.FROM, Log.TO, mode);

        assertThat(all(top)).filteredOn(node -> !node.children().isEmpty()).allSatisfy(node -> {
            BigDecimal net = BigDecimal.ZERO;
            for (WaterfallBucket bucket : WaterfallBucket.values()) {
                BigDecimal more = node.children().stream()
                        .map(child -> amount(child, bucket))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .subtract(amount(node, bucket));
                assertThat(more)
                        .isEqualByComparingTo(
                                node.betweenChildren().containsKey(bucket)
                                        ? node.betweenChildren().get(bucket).amount()
                                        : BigDecimal.ZERO);
                net = net.add(more.multiply(BigDecimal.valueOf(bucket.sign())));
                if (!bucket.isFlow()) {
                    assertThat(more).isZero();
                }
            }
            assertThat(net).isZero();
        });
        assertThat(Proof.of(top).additivity()).isTrue();
    }

    @Property(tries = LOGS)
    void every_node_has_what_the_definition_gives_it(@ForAll long seed) {
        Log log = Log.of(seed);
        for (UUID node : Log.NODES) {
            Definition definition = new Definition(
                    log.structureAt(Log.FROM).within(node),
                    log.structureAt(Log.TO).within(node));

            Node found = report(log, Optional.of(node), Log.FROM, Log.TO, Mode.ENDPOINT);

            assertThat(amounts(found)).isEqualTo(definition.of(log, Log.FROM, Log.TO));
        }
    }

    @Property(tries = LOGS)
    void deals_that_nobody_owns_are_in_the_whole(@ForAll long seed) {
        Log log = Log.of(seed);
        Set<UUID> everybody = new HashSet<>(Log.NODES);
        everybody.add(new UUID(0, 0));

        Node all = report(log, Optional.empty(), Log.FROM, Log.TO, Mode.ENDPOINT);

        assertThat(amounts(all)).isEqualTo(new Definition(everybody, everybody).of(log, Log.FROM, Log.TO));
    }

    @Property(tries = 1_000)
    void a_path_is_the_sum_of_its_days(@ForAll long seed) {
        Log log = Log.of(seed);
        for (UUID node : Log.NODES) {
            Map<String, BigDecimal> days = new TreeMap<>();
            for (int day = 20; day < 60; day++) {
                Node step = report(log, Optional.of(node), Log.day(day), Log.day(day + 1), Mode.ENDPOINT);
                flows(step).forEach((bucket, amount) -> days.merge(bucket, amount, BigDecimal::add));
            }

            Node path = report(log, Optional.of(node), Log.FROM, Log.TO, Mode.PATH);

            assertThat(flows(path)).isEqualTo(days);
        }
    }

    @Property(tries = LOGS)
    void links_add_up_to_the_buckets_at_both_ends(@ForAll long seed, @ForAll Mode mode) {
        Links links = new Links();
        Node top = report(Log.of(seed), Optional.empty(), Log.FROM, Log.TO, mode, links);

        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Link link : links.links("EUR")) {
            sums.merge(link.source().key(), link.amount().amount(), BigDecimal::add);
            sums.merge(link.target().key(), link.amount().amount(), BigDecimal::add);
        }
        assertThat(sums).isEqualTo(amounts(top));
    }

    private static Node report(Log log, Optional<UUID> node, Instant from, Instant to, Mode mode) {
        return report(log, node, from, to, mode, new Links());
    }

    private static Node report(Log log, Optional<UUID> node, Instant from, Instant to, Mode mode, Links links) {
        return log.report(node, from, to, mode, new OneCurrency("EUR"), links);
    }

    private static List<Node> all(Node top) {
        List<Node> found = new ArrayList<>(List.of(top));
        for (int i = 0; i < found.size(); i++) {
            found.addAll(found.get(i).children());
        }
        return found;
    }

    private static Map<String, BigDecimal> flows(Node node) {
        Map<String, BigDecimal> flows = amounts(node);
        flows.keySet().removeAll(List.of("opening", "closing"));
        return flows;
    }

    private static Map<String, BigDecimal> amounts(Node node) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (Map.Entry<WaterfallBucket, Waterfall.Part> bucket : node.buckets().entrySet()) {
            if (bucket.getValue().amount().amount().signum() != 0) {
                amounts.put(bucket.getKey().key(), bucket.getValue().amount().amount());
            }
        }
        return amounts;
    }

    private static BigDecimal amount(Node node, WaterfallBucket bucket) {
        return node.part(bucket).amount().amount();
    }
}
