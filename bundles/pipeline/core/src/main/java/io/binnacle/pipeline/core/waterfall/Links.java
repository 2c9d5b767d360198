package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.WaterfallBucket;
import io.binnacle.pipeline.api.WaterfallFlow.Link;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Leads what came into the pipeline to where it went, deal by deal: what came first goes first. For one thread. */
final class Links {

    private record Ends(WaterfallBucket source, WaterfallBucket target) implements Comparable<Ends> {

        private static final Comparator<Ends> ORDER =
                Comparator.comparing(Ends::source).thenComparing(Ends::target);

        @Override
        public int compareTo(Ends other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Ends, BigDecimal> amounts = new TreeMap<>();
    private final Map<Ends, Long> counts = new TreeMap<>();

    /** Adds one deal. */
    void add(List<Move> story) {
        Deque<Move> held = new ArrayDeque<>();
        Set<Ends> touched = new HashSet<>();
        for (Move move : story) {
            boolean comesIn = move.bucket().sign() > 0 && move.amount().signum() >= 0;
            if (comesIn) {
                held.addLast(move);
            } else {
                lead(held, move.bucket(), move.amount().abs(), touched);
            }
        }
        touched.forEach(ends -> counts.merge(ends, 1L, Long::sum));
    }

    List<Link> links(String currency) {
        List<Link> links = new ArrayList<>();
        amounts.forEach((ends, amount) ->
                links.add(new Link(ends.source(), ends.target(), new Money(amount, currency), counts.get(ends))));
        return links;
    }

    private void lead(Deque<Move> held, WaterfallBucket target, BigDecimal amount, Set<Ends> touched) {
        BigDecimal rest = amount;
        while (rest.signum() > 0) {
            Move first = held.removeFirst();
            BigDecimal part = first.amount().min(rest);
            if (part.signum() > 0) {
                Ends ends = new Ends(first.bucket(), target);
                amounts.merge(ends, part, BigDecimal::add);
                touched.add(ends);
            }
            if (first.amount().compareTo(part) > 0) {
                held.addFirst(new Move(first.bucket(), first.amount().subtract(part)));
            }
            rest = rest.subtract(part);
        }
    }
}
