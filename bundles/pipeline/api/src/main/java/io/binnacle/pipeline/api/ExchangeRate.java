package io.binnacle.pipeline.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;

/**
 * What one unit of a currency is worth in another from a day on, until the next rate of the pair and kind.
 *
 * @param from an ISO 4217 code
 * @param to another one
 * @param rate above 0: one {@code from} is worth so many {@code to}
 * @param kind a plan rate counts for the fiscal year in which its day lies
 */
public record ExchangeRate(String from, String to, LocalDate date, BigDecimal rate, Kind kind) {

    /** What a rate is for. */
    public enum Kind {
        /** Set for a fiscal year, so that years and quarters compare. */
        PLAN,
        /** Of the market. */
        SPOT
    }

    /** @throws IllegalArgumentException when a currency is no ISO 4217 code, both are one, or the rate is not above 0 */
    public ExchangeRate {
        Currency.getInstance(Objects.requireNonNull(from, "from"));
        Currency.getInstance(Objects.requireNonNull(to, "to"));
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(kind, "kind");
        if (from.equals(to)) {
            throw new IllegalArgumentException("a rate is between two currencies, not from " + from + " to itself");
        }
        if (Objects.requireNonNull(rate, "rate").signum() <= 0
                || rate.precision() > 30
                || Math.abs(rate.scale()) > 30) {
            throw new IllegalArgumentException("a rate is a decimal above 0 of at most 30 digits, not " + rate);
        }
    }
}
