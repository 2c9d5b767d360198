package io.binnacle.platform.api.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/**
 * An exact amount in one currency. Amounts of different currencies are never added.
 *
 * @param amount any decimal, kept to the digit
 * @param currency an ISO 4217 code such as {@code EUR}
 */
public record Money(BigDecimal amount, String currency) {

    /** @throws IllegalArgumentException when the currency is no ISO 4217 code */
    public Money {
        Objects.requireNonNull(amount, "amount");
        Currency.getInstance(Objects.requireNonNull(currency, "currency"));
    }

    /** The amount written in {@code decimal}, such as {@code 1250.00}. */
    public static Money of(String decimal, String currency) {
        return new Money(new BigDecimal(decimal), currency);
    }

    /** Nothing, in the given currency. */
    public static Money zero(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * The sum of both.
     *
     * @throws IllegalArgumentException when the currencies differ; convert with a dated rate first
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }

    /** What is left when {@code other} is taken away, as for {@link #plus}. */
    public Money minus(Money other) {
        return plus(new Money(other.amount.negate(), other.currency));
    }

    /** This amount in whole minor units of its currency, such as cents, a half to the even neighbour. */
    public Money rounded() {
        return new Money(amount.setScale(minorUnitDigits(), RoundingMode.HALF_EVEN), currency);
    }

    /** How many decimals the minor unit of the currency has (ISO 4217); 0 where there is none. */
    int minorUnitDigits() {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** Whether both are worth the same: {@code 1.0} equals {@code 1.00} here, unlike in {@link #equals}. */
    public boolean isWorth(Money other) {
        return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
    }
}
