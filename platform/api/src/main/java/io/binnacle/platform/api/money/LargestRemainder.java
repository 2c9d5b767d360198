package io.binnacle.platform.api.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares an amount by weights so that the parts sum to it exactly: each part is rounded down, and what is left
 * goes, one smallest unit each, to the parts that lost most; among equals to the earlier (Hamilton's method).
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The part of each weight, in the minor unit of the currency, or in finer digits when the whole has them.
     *
     * @param weights none negative and not all zero
     * @throws IllegalArgumentException when the weights are something else
     */
    public static List<Money> share(Money whole, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException(
                    "an amount is shared by weights of which none is negative and one is not zero");
        }
        int digits = Math.max(whole.minorUnitDigits(), whole.amount().scale());
        BigInteger units = whole.amount().abs().setScale(digits).unscaledValue();
        List<BigInteger> parts = parts(units, weights, sum);
        return parts.stream()
                .map(part -> new BigDecimal(whole.amount().signum() < 0 ? part.negate() : part, digits))
                .map(part -> new Money(part, whole.currency()))
                .toList();
    }

    private static List<BigInteger> parts(BigInteger units, List<BigDecimal> weights, BigDecimal sum) {
        List<BigInteger> parts = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigDecimal exact = new BigDecimal(units).multiply(weight);
            BigDecimal whole = exact.divide(sum, 0, RoundingMode.DOWN);
            parts.add(whole.toBigIntegerExact());
            remainders.add(exact.subtract(whole.multiply(sum)));
        }
        int left = units.subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left)
                .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
        return parts;
    }
}
