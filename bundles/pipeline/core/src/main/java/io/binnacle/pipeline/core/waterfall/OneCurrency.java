package io.binnacle.pipeline.core.waterfall;

import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;

/** Leaves out what is in another currency than the one that was chosen. */
record OneCurrency(String currency) implements Valuation {

    @Override
    public boolean takes(Money amount) {
        return amount.currency().equals(currency);
    }

    @Override
    public BigDecimal worth(Money amount, View seen) {
        return amount.amount();
    }
}
