package io.binnacle.forecasting.core.explanation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Numbers as decimals: what is told in parts adds up to the last digit. */
final class Decimals {

    /** Of the largest number of a series, so many digits are kept in its parts. */
    private static final int DIGITS = 9;

    private static final int SHARE_DIGITS = 3;

    private Decimals() {}

    /** The shortest decimal of a number, the one that JSON shows. */
    static BigDecimal of(double number) {
        return BigDecimal.valueOf(number);
    }

    /** The decimal places of the parts of numbers as large as {@code largest}. */
    static int places(double largest) {
        return largest == 0 ? 0 : DIGITS - 1 - (int) Math.floor(Math.log10(largest));
    }

    static BigDecimal rounded(double number, int places) {
        return new BigDecimal(number).setScale(places, RoundingMode.HALF_EVEN);
    }

    static BigDecimal share(double number) {
        return rounded(number, SHARE_DIGITS);
    }

    static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
