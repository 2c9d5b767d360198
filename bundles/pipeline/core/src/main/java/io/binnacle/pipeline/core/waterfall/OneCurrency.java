package io.binnacle.pipeline.core.waterfall;

import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Leaves out what is in another currency than the one that was chosen. */
record OneCurrency(String currency) implements Valuation {

    @Override
    public Optional<BigDecimal> worth(Money amount, Instant at) {
        return amount.currency().equals(currency) ? Optional.of(amount.amount()) : Optional.empty();
    }
}
