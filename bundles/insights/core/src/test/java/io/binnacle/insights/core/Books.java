package io.binnacle.insights.core;

import io.binnacle.pipeline.api.NodeKind;
import io.binnacle.pipeline.api.Rollup;
import io.binnacle.pipeline.api.Rollup.Node;
import io.binnacle.pipeline.api.Rollup.Totals;
import io.binnacle.pipeline.api.Rollups;
import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.api.time.FiscalCalendar;
import io.binnacle.platform.api.time.FiscalQuarter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A roll-up in memory: one region with what stands below it; the real ones live in another bundle. */
final class Books implements Rollups {

    private final FiscalCalendar calendar;
    private final Map<UUID, String> won = new HashMap<>();

    Books(FiscalCalendar calendar) {
        this.calendar = calendar;
    }

    Books won(UUID node, String amount) {
        won.put(node, amount);
        return this;
    }

    @Override
    public FiscalCalendar calendar() {
        return calendar;
    }

    @Override
    public Rollup rollup(Optional<FiscalQuarter> period, Optional<String> currency, AsOf asOf) {
        String in = currency.orElseThrow();
        List<Node> below = won.keySet().stream()
                .sorted()
                .map(id -> new Node(
                        Optional.of(id), "node", Optional.of(NodeKind.SELLER), totals(won.get(id), in), List.of()))
                .toList();
        Node root = new Node(Optional.empty(), "(no owner)", Optional.empty(), totals("0", in), below);
        return new Rollup(asOf, in, period.map(FiscalQuarter::name), List.of(root), totals("0", in));
    }

    @Override
    public List<FiscalQuarter> quarters() {
        throw new UnsupportedOperationException();
    }

    private static Totals totals(String won, String currency) {
        Money none = Money.zero(currency);
        return new Totals(0, none, 1, Money.of(won, currency), 0, none, 0);
    }
}
