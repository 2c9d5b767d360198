package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.core.Currencies;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes every amount at its face and refuses in the end when they were in several currencies. For one thread. */
final class OnlyCurrency implements Valuation {

    private final Set<String> seen = new TreeSet<>();
    private final String otherwise;

    /** @param otherwise the currency of a report without any amount */
    OnlyCurrency(String otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public boolean takes(Money amount) {
        seen.add(amount.currency());
        return true;
    }

    @Override
    public BigDecimal worth(Money amount, View when) {
        return amount.amount();
    }

    @Override
    public String currency() {
        return Currencies.choose(Optional.empty(), seen, () -> otherwise);
    }
}
