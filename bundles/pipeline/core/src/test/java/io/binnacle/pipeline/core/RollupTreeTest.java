package io.binnacle.pipeline.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.Rollup.Node;
import io.binnacle.pipeline.api.Rollup.Totals;
import io.binnacle.pipeline.core.store.DealSum;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollupTreeTest {

    private static final OpportunityStatus[] COUNTED = {
        OpportunityStatus.OPEN, OpportunityStatus.WON, OpportunityStatus.LOST
    };

    @Test
    void adds_sellers_to_their_manager_and_the_managers_own_deals_too() {
        HierarchyNode north = node("North", NodeKind.REGION, null);
        HierarchyNode mia = node("Mia", NodeKind.MANAGER, north);
        HierarchyNode ann = node("Ann", NodeKind.SELLER, mia);
        HierarchyNode bob = node("Bob", NodeKind.SELLER, mia);
        List<DealSum> sums = List.of(
                sum(ann, OpportunityStatus.OPEN, "0.1", 1),
                sum(bob, OpportunityStatus.OPEN, "0.2", 1),
                sum(mia, OpportunityStatus.WON, "50", 2),
                sum(bob, OpportunityStatus.LOST, "7.25", 1),
                new DealSum(Optional.empty(), OpportunityStatus.OPEN, Optional.empty(), 3, BigDecimal.ZERO));

        RollupTree tree = new RollupTree(new Structure(List.of(ann, mia, north, bob)), sums, "EUR");
        List<Node> roots = tree.roots();

        assertThat(roots).extracting(Node::name).containsExactly("North", "(no owner)");
        assertThat(roots.get(0).totals().open().isWorth(Money.of("0.3", "EUR"))).isTrue();
        assertThat(roots.get(0).children()).extracting(Node::name).containsExactly("Mia");
        assertThat(roots.get(0).children().get(0).children())
                .extracting(Node::name)
                .containsExactly("Ann", "Bob");
        assertThat(roots.get(0).totals().won().isWorth(Money.of("50", "EUR"))).isTrue();
        assertThat(roots.get(1).totals().unvalued()).isEqualTo(3);
        assertThat(tree.total(roots).openCount()).isEqualTo(5);
        assertThat(tree.total(roots).lost().isWorth(Money.of("7.25", "EUR"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void every_node_has_exactly_its_own_and_its_childrens_in_any_order(long seed) {
        Random dice = new Random(seed);
        List<HierarchyNode> nodes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            HierarchyNode parent = i < 3 ? null : nodes.get(dice.nextInt(i));
            nodes.add(node("N" + i, NodeKind.values()[dice.nextInt(3)], parent));
        }
        List<DealSum> sums = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            BigDecimal amount = BigDecimal.valueOf(dice.nextLong(1_000_000_000L), dice.nextInt(5));
            sums.add(sum(nodes.get(dice.nextInt(40)), COUNTED[dice.nextInt(3)], amount.toPlainString(), 1));
        }
        RollupTree tree = new RollupTree(new Structure(nodes), sums, "EUR");
        List<Node> roots = tree.roots();
        Collections.shuffle(sums, dice);
        Collections.shuffle(nodes, dice);

        for (Node node : all(roots).toList()) {
            List<DealSum> own =
                    sums.stream().filter(sum -> sum.owner().equals(node.id())).toList();
            assertIdentity(node, own, OpportunityStatus.OPEN, Totals::open, Totals::openCount);
            assertIdentity(node, own, OpportunityStatus.WON, Totals::won, Totals::wonCount);
            assertIdentity(node, own, OpportunityStatus.LOST, Totals::lost, Totals::lostCount);
        }
        BigDecimal everything = sums.stream().map(DealSum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Totals total = tree.total(roots);
        assertThat(total.open().plus(total.won()).plus(total.lost()).amount()).isEqualByComparingTo(everything);
        assertThat(total.openCount() + total.wonCount() + total.lostCount()).isEqualTo(500);
        assertThat(worth(new RollupTree(new Structure(nodes), sums, "EUR").roots()))
                .isEqualTo(worth(roots));
    }

    private static void assertIdentity(
            Node node,
            List<DealSum> own,
            OpportunityStatus status,
            Function<Totals, Money> amount,
            Function<Totals, Long> count) {
        List<DealSum> counted =
                own.stream().filter(sum -> sum.status() == status).toList();
        BigDecimal expected = Stream.concat(
                        counted.stream().map(DealSum::amount),
                        node.children().stream()
                                .map(child -> amount.apply(child.totals()).amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        long deals = counted.size()
                + node.children().stream()
                        .mapToLong(child -> count.apply(child.totals()))
                        .sum();
        assertThat(amount.apply(node.totals()).amount()).isEqualByComparingTo(expected);
        assertThat(count.apply(node.totals())).isEqualTo(deals);
    }

    private static List<String> worth(List<Node> roots) {
        return all(roots)
                .map(node -> node.name() + " " + node.totals().open().amount().stripTrailingZeros() + " "
                        + node.totals().won().amount().stripTrailingZeros())
                .toList();
    }

    private static Stream<Node> all(List<Node> nodes) {
        return nodes.stream().flatMap(node -> Stream.concat(Stream.of(node), all(node.children())));
    }

    private static DealSum sum(HierarchyNode owner, OpportunityStatus status, String amount, long count) {
        return new DealSum(Optional.of(owner.id()), status, Optional.of("EUR"), count, new BigDecimal(amount));
    }

    private static HierarchyNode node(String name, NodeKind kind, HierarchyNode parent) {
        return new HierarchyNode(
                UUID.nameUUIDFromBytes(name.getBytes()),
                name,
                kind,
                Optional.ofNullable(parent).map(HierarchyNode::id),
                List.of(),
                1);
    }
}
