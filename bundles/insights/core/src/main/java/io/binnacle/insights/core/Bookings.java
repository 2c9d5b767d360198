package io.binnacle.insights.core;

import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.RevenueHistory;
import io.binnacle.pipeline.api.RevenueHistory.Grouping;
import io.binnacle.pipeline.api.RevenueSeries;
import io.binnacle.pipeline.api.Rollup;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalQuarter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the nodes of the hierarchy have won in a quarter and before; each sum is read once. */
final class Bookings {

    private static final Map<NodeKind, Grouping> GROUPINGS = Map.of(
            NodeKind.REGION, Grouping.REGION, NodeKind.MANAGER, Grouping.MANAGER, NodeKind.SELLER, Grouping.OWNER);

    private final FiscalQuarter quarter;
    private final YearMonth running;
    private final Rollups rollups;
    private final RevenueHistory history;
    private final Map<String, Map<UUID, BigDecimal>> won = new HashMap<>();
    private final Map<String, List<RevenueSeries>> series = new HashMap<>();

    Bookings(LocalDate today, Rollups rollups, RevenueHistory history) {
        this.quarter = rollups.periods().quarterOf(today);
        this.running = YearMonth.from(today);
        this.rollups = rollups;
        this.history = history;
    }

    FiscalQuarter quarter() {
        return quarter;
    }

    /** What was won in the quarter. */
    BigDecimal booked(HierarchyNode node, String currency) {
        return won.computeIfAbsent(currency, this::wonByNode).getOrDefault(node.id(), BigDecimal.ZERO);
    }

    /** What was won month by month; empty when nothing ever was. */
    Optional<RevenueSeries> series(HierarchyNode node, String currency) {
        Grouping grouping = GROUPINGS.get(node.kind());
        return series
                .computeIfAbsent(
                        grouping + currency, key -> history.wonByMonth(grouping, Optional.of(currency), AsOf.LATEST))
                .stream()
                .filter(months -> months.key().equals(node.id().toString()))
                .filter(months -> !months.months().isEmpty())
                .findAny();
    }

    /** The part of {@code series} that lies in the quarter: its months that have ended. */
    BigDecimal ended(RevenueSeries series) {
        YearMonth first = YearMonth.from(quarter.start());
        return IntStream.range(0, series.months().size())
                .filter(i -> !series.start().plusMonths(i).isBefore(first))
                .mapToObj(i -> series.months().get(i).amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many months follow {@code series} until the quarter ends. */
    int monthsToQuarterEnd(RevenueSeries series) {
        return monthsAfter(series, YearMonth.from(quarter.end())) + 1;
    }

    /** How many of these have ended: none, unless nothing was won in them. */
    int monthsSince(RevenueSeries series) {
        return Math.max(monthsAfter(series, running), 0);
    }

    private static int monthsAfter(RevenueSeries series, YearMonth month) {
        return (int) series.start().plusMonths(series.months().size()).until(month, ChronoUnit.MONTHS);
    }

    private Map<UUID, BigDecimal> wonByNode(String currency) {
        Map<UUID, BigDecimal> won = new HashMap<>();
        rollups.rollup(Optional.of(quarter), Optional.of(currency), AsOf.LATEST).roots().stream()
                .flatMap(Bookings::withAllBelow)
                .forEach(node -> node.id()
                        .ifPresent(id -> won.put(id, node.totals().won().amount())));
        return won;
    }

    private static Stream<Rollup.Node> withAllBelow(Rollup.Node node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(Bookings::withAllBelow));
    }
}
