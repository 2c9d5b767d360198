package io.binnacle.pipeline.core.waterfall;

import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What amounts are worth in the currency of a report. */
interface Valuation {

    /** The worth at an instant; empty for an amount that the report leaves out. */
    Optional<BigDecimal> worth(Money amount, Instant at);

    /** The currency of the report, once all amounts have been seen. */
    String currency();
}
