package io.binnacle.pipeline.core;

import java.math.BigDecimal;

/**
 * How large and how fine an amount may be. To be checked before anything writes the amount out: a short
 * {@code 1e999999999} would fill the memory.
 */
final class AmountRange {

    private static final int WHOLE_DIGITS = 15;
    private static final int DECIMALS = 6;

    /** The rule, for a person. */
    static final String EXPLAINED =
            "amount may have at most " + WHOLE_DIGITS + " digits before the point and " + DECIMALS + " after it";

    private AmountRange() {}

    static boolean contains(BigDecimal amount) {
        return (long) amount.precision() - amount.scale() <= WHOLE_DIGITS && amount.scale() <= DECIMALS;
    }
}
