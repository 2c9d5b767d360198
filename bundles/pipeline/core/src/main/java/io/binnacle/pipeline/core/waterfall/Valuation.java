package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.Rollup.Conversion;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/** What amounts are worth in the currency of a report. */
interface Valuation {

    /** Whether the report takes an amount at all. */
    boolean takes(Money amount);

    /** What an amount that it takes is worth to a deal that is seen so. */
    BigDecimal worth(Money amount, View seen);

    /** The currency of the report, once all amounts have been seen. */
    String currency();

    /** By which rates amounts were converted; empty when none were. */
    default Optional<Conversion> conversion() {
        return Optional.empty();
    }
}
