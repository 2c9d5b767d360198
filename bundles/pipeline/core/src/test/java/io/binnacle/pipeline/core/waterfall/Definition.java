package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.core.store.Stand;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An endpoint waterfall at one node, word for word by its definition and apart from the code under test: first
 * who is in the pipeline, then the first reason that fits.
 */
record Definition(Set<UUID> scopeThen, Set<UUID> scopeNow, Worth worth) {

    /** What an amount is worth to a deal that stands so at an instant. */
    interface Worth {
        BigDecimal of(Money amount, Stand stand, Instant at);
    }

    /** At face value. */
    Definition(Set<UUID> scopeThen, Set<UUID> scopeNow) {
        this(scopeThen, scopeNow, (amount, stand, at) -> amount.amount());
    }

    Map<String, BigDecimal> of(Log log, Instant from, Instant to) {
        Map<String, BigDecimal> buckets = new TreeMap<>();
        log.deals().forEach(deal -> put(Log.at(deal, from), Log.at(deal, to), from, to, buckets));
        buckets.values().removeIf(amount -> amount.signum() == 0);
        return buckets;
    }

    private void put(
            Optional<Stand> then, Optional<Stand> now, Instant from, Instant to, Map<String, BigDecimal> buckets) {
        boolean was = inPipe(then, scopeThen);
        boolean is = inPipe(now, scopeNow);
        if (was) {
            add("opening", amount(then, then, from), buckets);
        }
        if (is) {
            add("closing", amount(now, now, to), buckets);
        }
        if (was) {
            BigDecimal revalued = amount(then, now, to);
            add("fx", revalued.subtract(amount(then, then, from)), buckets);
            BigDecimal change = amount(now, now, to).subtract(revalued);
            add("increased", change.max(BigDecimal.ZERO), buckets);
            add("decreased", change.negate().max(BigDecimal.ZERO), buckets);
        }
        if (was && !is) {
            add(exit(now.orElseThrow()), amount(now, now, to), buckets);
        }
        boolean decided = !was && !is && isDecidedHere(then, now);
        if (!was && (is || decided)) {
            add(entry(then), amount(now, now, to), buckets);
        }
        if (decided) {
            add(now.orElseThrow().status().name().toLowerCase(java.util.Locale.ROOT), amount(now, now, to), buckets);
        }
    }

    private static boolean inPipe(Optional<Stand> state, Set<UUID> scope) {
        return state.isPresent()
                && state.get().status().name().equals("OPEN")
                && !state.get().deleted()
                && !state.get().omitted()
                && side(state.get()) == 0
                && scope.contains(owner(state.get()));
    }

    private boolean isDecidedHere(Optional<Stand> then, Optional<Stand> now) {
        return now.isPresent()
                && Set.of("WON", "LOST").contains(now.get().status().name())
                && scopeNow.contains(owner(now.get()))
                && !now.get().deleted()
                && side(now.get()) == 0
                && (then.isEmpty()
                        || Set.of("OPEN", "ON_HOLD")
                                .contains(then.get().status().name()));
    }

    private String exit(Stand now) {
        return switch (now.status()) {
            case WON -> "won";
            case LOST -> "lost";
            case CANCELLED -> "removed";
            case OPEN, ON_HOLD -> {
                if (now.deleted()) {
                    yield "removed";
                }
                if (!scopeNow.contains(owner(now))) {
                    yield "transferredOut";
                }
                if (now.omitted() || now.status().name().equals("ON_HOLD")) {
                    yield "removed";
                }
                yield side(now) > 0 ? "pushed" : "movedEarlier";
            }
        };
    }

    private String entry(Optional<Stand> then) {
        if (then.isEmpty()) {
            return "new";
        }
        if (Set.of("WON", "LOST", "CANCELLED").contains(then.get().status().name())) {
            return "reopened";
        }
        if (!scopeThen.contains(owner(then.get()))) {
            return "transferredIn";
        }
        if (then.get().omitted()
                || then.get().deleted()
                || then.get().status().name().equals("ON_HOLD")) {
            return "reincluded";
        }
        return side(then.get()) > 0 ? "pulledIn" : "rolledOver";
    }

    /** -1 before the period, 0 in it, 1 after it or without a date. */
    private static int side(Stand state) {
        if (state.closeDate().isEmpty() || state.closeDate().get().isAfter(Log.PERIOD.last())) {
            return 1;
        }
        return state.closeDate().get().isBefore(Log.PERIOD.first()) ? -1 : 0;
    }

    private static UUID owner(Stand state) {
        return state.owner().orElse(new UUID(0, 0));
    }

    private BigDecimal amount(Optional<Stand> state, Optional<Stand> seen, Instant at) {
        return state.flatMap(Stand::amount)
                .map(money -> worth.of(money, seen.orElseThrow(), at))
                .orElse(BigDecimal.ZERO);
    }

    private static void add(String bucket, BigDecimal amount, Map<String, BigDecimal> buckets) {
        buckets.merge(bucket, amount, BigDecimal::add);
    }
}
