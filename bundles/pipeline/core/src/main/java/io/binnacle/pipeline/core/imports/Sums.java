package io.binnacle.pipeline.core.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts and exact sums by a key and a currency. */
final class Sums {

    /** Makes something of one sum. */
    interface Total<T> {
        T of(String key, String currency, long count, BigDecimal sum);
    }

    private record Key(String key, String currency) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = key.compareTo(other.key);
            return order == 0 ? currency.compareTo(other.currency) : order;
        }
    }

    private record Sum(long count, BigDecimal amount) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, amount.add(other.amount));
        }
    }

    private final Map<Key, Sum> sums = new TreeMap<>();

    void add(String key, String currency, BigDecimal amount) {
        sums.merge(new Key(key, currency), new Sum(1, amount), Sum::plus);
    }

    <T> List<T> list(Total<T> total) {
        return sums.entrySet().stream()
                .map(entry -> total.of(
                        entry.getKey().key(),
                        entry.getKey().currency(),
                        entry.getValue().count(),
                        entry.getValue().amount()))
                .toList();
    }
}
