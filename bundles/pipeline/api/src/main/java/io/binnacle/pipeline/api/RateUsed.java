package io.binnacle.pipeline.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * The rate by which an amount was converted, and where it is from.
 *
 * @param rate one {@code from} is worth so many {@code to}
 * @param via the stored rates that it was made of: one, perhaps inverted, or two that meet in the base currency
 */
public record RateUsed(String from, String to, BigDecimal rate, List<ExchangeRate> via) {

    public RateUsed {
        via = List.copyOf(via);
    }
}
