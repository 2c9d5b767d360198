package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.CreditShare;
import io.binnacle.pipeline.core.store.DealAmount;
import io.binnacle.pipeline.core.store.DealSum;
import io.binnacle.platform.api.money.LargestRemainder;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Shares deals among those who have their credit, to the cent. */
record DealShares(Map<UUID, List<CreditShare>> splits) {

    /** One sum for each who has a share; the deal itself is counted with the greatest. */
    Stream<DealSum> of(DealAmount deal) {
        List<CreditShare> shares = splits.getOrDefault(deal.id(), List.of());
        return shares.isEmpty() ? Stream.of(whole(deal)) : parts(deal, shares).stream();
    }

    private static DealSum whole(DealAmount deal) {
        return sum(deal, deal.subject(), 1, deal.amount());
    }

    private static List<DealSum> parts(DealAmount deal, List<CreditShare> shares) {
        int counted = IntStream.range(0, shares.size())
                .boxed()
                .max(Comparator.comparing((Integer i) -> shares.get(i).percent())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        Optional<List<Money>> amounts = deal.amount()
                .map(whole -> LargestRemainder.share(
                        whole, shares.stream().map(CreditShare::percent).toList()));
        List<DealSum> parts = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            int share = i;
            parts.add(sum(
                    deal, Optional.of(shares.get(i).node()), i == counted ? 1 : 0, amounts.map(all -> all.get(share))));
        }
        return parts;
    }

    private static DealSum sum(DealAmount deal, Optional<UUID> node, long count, Optional<Money> amount) {
        return new DealSum(
                node,
                deal.status(),
                amount.map(Money::currency),
                count,
                amount.map(Money::amount).orElse(BigDecimal.ZERO));
    }
}
