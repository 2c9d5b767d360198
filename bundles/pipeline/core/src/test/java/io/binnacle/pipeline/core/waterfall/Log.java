package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.ClosingPeriod;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.api.HistoryQuality;
import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.OpportunityStatus;
import io.binnacle.pipeline.api.Waterfall.Node;
import io.binnacle.pipeline.api.WaterfallQuery.Mode;
import io.binnacle.pipeline.core.Structure;
import io.binnacle.pipeline.core.store.DealPath;
import io.binnacle.pipeline.core.store.Stand;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A random sales force of one region, two managers and four sellers, one of whom may change the manager, with
 * random deals: what the properties are tried on.
 *
 * @param deals each with its stands in the order of time, on one day at most one
 * @param structures by when they began to hold
 */
record Log(List<List<Stand>> deals, NavigableMap<Instant, Structure> structures) {

    static final ClosingPeriod PERIOD =
            new ClosingPeriod("2026-Q4", LocalDate.parse("2026-10-01"), LocalDate.parse("2026-12-31"));
    static final Instant FROM = day(20);
    static final Instant TO = day(60);

    static final UUID REGION = id(1);
    private static final UUID MIA = id(2);
    private static final UUID MAX = id(3);
    static final List<UUID> NODES = List.of(REGION, MIA, MAX, id(4), id(5), id(6), id(7));

    static Log of(long seed) {
        return of(seed, List.of("EUR"));
    }

    static Log of(long seed, List<String> currencies) {
        Random random = new Random(seed);
        List<List<Stand>> deals = new ArrayList<>();
        int count = 1 + random.nextInt(6);
        for (int deal = 0; deal < count; deal++) {
            deals.add(stands(random, currencies));
        }
        NavigableMap<Instant, Structure> structures = new TreeMap<>();
        structures.put(Instant.MIN, structure(MIA));
        structures.put(day(random.nextInt(80)), structure(random.nextBoolean() ? MAX : MIA));
        return new Log(deals, structures);
    }

    /** The deals' ways through a window. */
    List<DealPath> paths(Instant from, Instant to, Mode mode) {
        List<DealPath> paths = new ArrayList<>();
        for (int deal = 0; deal < deals.size(); deal++) {
            List<Stand> known = deals.get(deal).stream()
                    .filter(stand -> !stand.since().isAfter(to))
                    .toList();
            List<Stand> since =
                    known.stream().filter(stand -> stand.since().isAfter(from)).toList();
            boolean all = mode == Mode.PATH || since.isEmpty();
            paths.add(new DealPath(
                    id(100 + deal),
                    HistoryQuality.FULL,
                    at(known, from),
                    all ? since : since.subList(since.size() - 1, since.size())));
        }
        return paths;
    }

    static Optional<Stand> at(List<Stand> stands, Instant time) {
        return stands.stream().filter(stand -> !stand.since().isAfter(time)).reduce((earlier, later) -> later);
    }

    /** What the report on a window has at its top. */
    Node report(Optional<UUID> node, Instant from, Instant to, Mode mode, Valuation valuation, Links links) {
        NavigableMap<Instant, Layout> dated = new TreeMap<>();
        structures.subMap(from, true, to, true).forEach((since, then) -> dated.put(since, Layout.ofOwners(then)));
        dated.put(from, Layout.ofOwners(structureAt(from)));
        Window window = new Window(from, to, mode, new Scope(node, dated, "(no owner)"));
        Report report = new Report(window, new Sieve(PERIOD, valuation));
        report.onStory((path, story) -> links.add(story));
        paths(from, to, mode).forEach(report::add);
        return report.top();
    }

    Structure structureAt(Instant time) {
        return structures.floorEntry(time).getValue();
    }

    static Instant day(int number) {
        return LocalDate.parse("2026-09-15")
                .plusDays(number)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    private static List<Stand> stands(Random random, List<String> currencies) {
        TreeMap<Instant, Stand> stands = new TreeMap<>();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            Instant since = day(random.nextInt(80));
            stands.put(since, stand(since, random, currencies));
        }
        return List.copyOf(stands.values());
    }

    private static Stand stand(Instant since, Random random, List<String> currencies) {
        OpportunityStatus status = random.nextInt(3) > 0
                ? OpportunityStatus.OPEN
                : OpportunityStatus.values()[random.nextInt(OpportunityStatus.values().length)];
        Optional<UUID> owner =
                Optional.of(NODES.get(random.nextInt(NODES.size()))).filter(node -> random.nextInt(15) > 0);
        String currency = currencies.get(random.nextInt(currencies.size()));
        Optional<Money> amount = Optional.of(new Money(BigDecimal.valueOf(random.nextInt(1_000_000), 2), currency));
        Optional<LocalDate> close = Optional.of(PERIOD.first().plusDays(random.nextInt(200) - 50L));
        return new Stand(
                since,
                owner,
                owner,
                status,
                random.nextInt(8) == 0,
                random.nextInt(10) == 0,
                amount.filter(money -> random.nextInt(10) > 0),
                close.filter(date -> random.nextInt(15) > 0));
    }

    private static Structure structure(UUID managerOfTheMover) {
        return new Structure(List.of(
                node(1, NodeKind.REGION, Optional.empty()),
                node(2, NodeKind.MANAGER, Optional.of(REGION)),
                node(3, NodeKind.MANAGER, Optional.of(REGION)),
                node(4, NodeKind.SELLER, Optional.of(MIA)),
                node(5, NodeKind.SELLER, Optional.of(managerOfTheMover)),
                node(6, NodeKind.SELLER, Optional.of(MAX)),
                node(7, NodeKind.SELLER, Optional.empty())));
    }

    private static HierarchyNode node(int number, NodeKind kind, Optional<UUID> parent) {
        return new HierarchyNode(id(number), "N" + number, kind, parent, List.of(), 1);
    }
}
