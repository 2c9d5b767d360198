package io.binnacle.industry.api;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a lever is worth to one customer.
 *
 * @param low the least over all ends of the inputs' ranges
 * @param high the most over all ends of the inputs' ranges
 * @param sentence what to say to an executive
 * @param evidence every input and where it is from
 */
public record LeverValue(
        String lever,
        BigDecimal value,
        BigDecimal low,
        BigDecimal high,
        String unit,
        String formula,
        String sentence,
        List<Input> evidence) {

    public LeverValue {
        evidence = List.copyOf(evidence);
    }

    /** @param source where it is from: the caller, or the source of a typical range */
    public record Input(
            String variable, BigDecimal low, BigDecimal value, BigDecimal high, String unit, String source) {}
}
