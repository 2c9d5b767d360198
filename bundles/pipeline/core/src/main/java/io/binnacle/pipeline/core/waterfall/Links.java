package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.WaterfallFlow.Link;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what went from one bucket to another, deal by deal. For one thread. */
final class Links {

    private final Map<Ends, BigDecimal> amounts = new TreeMap<>();
    private final Map<Ends, Long> counts = new TreeMap<>();

    /** Adds one deal. */
    void add(List<Move> story) {
        Course.of(story).forEach((ends, amount) -> {
            amounts.merge(ends, amount, BigDecimal::add);
            counts.merge(ends, 1L, Long::sum);
        });
    }

    List<Link> links(String currency) {
        List<Link> links = new ArrayList<>();
        amounts.forEach((ends, amount) ->
                links.add(new Link(ends.source(), ends.target(), new Money(amount, currency), counts.get(ends))));
        return links;
    }
}
