package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.Waterfall.Checks;
import io.binnacle.pipeline.api.Waterfall.Node;
import io.binnacle.pipeline.api.WaterfallBucket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reckons anew whether a waterfall adds up, from nothing but its numbers. */
final class Proof {

    private final List<String> unbalanced = new ArrayList<>();
    private final List<String> unequal = new ArrayList<>();
    private int nodes;

    private Proof() {}

    static Checks of(Node top) {
        Proof proof = new Proof();
        proof.check(top, top.name());
        List<String> violations = new ArrayList<>(proof.unbalanced);
        violations.addAll(proof.unequal);
        return new Checks(proof.unbalanced.isEmpty(), proof.unequal.isEmpty(), proof.nodes, violations);
    }

    private void check(Node node, String path) {
        nodes++;
        if (balance(node).compareTo(amount(node, WaterfallBucket.CLOSING)) != 0) {
            unbalanced.add(path);
        }
        if (!node.children().isEmpty() && !isSumOfChildren(node)) {
            unequal.add(path);
        }
        node.children().forEach(child -> check(child, path + " / " + child.name()));
    }

    private static BigDecimal balance(Node node) {
        BigDecimal balance = BigDecimal.ZERO;
        for (WaterfallBucket bucket : WaterfallBucket.values()) {
            balance = balance.add(amount(node, bucket).multiply(BigDecimal.valueOf(bucket.sign())));
        }
        return balance;
    }

    /** What went between children shows in theirs only; taken for itself it comes to nothing. */
    private static boolean isSumOfChildren(Node node) {
        BigDecimal net = BigDecimal.ZERO;
        for (WaterfallBucket bucket : WaterfallBucket.values()) {
            BigDecimal between = between(node, bucket);
            BigDecimal children = node.children().stream()
                    .map(child -> amount(child, bucket))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (children.compareTo(amount(node, bucket).add(between)) != 0) {
                return false;
            }
            net = net.add(between.multiply(BigDecimal.valueOf(bucket.sign())));
        }
        return net.signum() == 0
                && between(node, WaterfallBucket.OPENING).signum() == 0
                && between(node, WaterfallBucket.CLOSING).signum() == 0;
    }

    private static BigDecimal amount(Node node, WaterfallBucket bucket) {
        return node.part(bucket).amount().amount();
    }

    private static BigDecimal between(Node node, WaterfallBucket bucket) {
        return Optional.ofNullable(node.betweenChildren().get(bucket))
                .map(money -> money.amount())
                .orElse(BigDecimal.ZERO);
    }
}
