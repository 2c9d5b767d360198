package io.binnacle.forecasting.core;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The levels of prediction intervals in percent, as callers write them. */
public record Levels(List<BigDecimal> percent) {

    /** Those of a caller who names none. */
    public static final Levels USUAL = new Levels(List.of(BigDecimal.valueOf(80), BigDecimal.valueOf(95)));

    private static final int MOST = 10;
    private static final BigDecimal LOWEST = BigDecimal.ONE;
    private static final BigDecimal HIGHEST = new BigDecimal("99.9");
    private static final String RULE = "levels must be at most 10 ascending percentages from 1 to 99.9";

    /** The levels in a query, such as {@code 80,95}. */
    public static Levels parse(String text) {
        try {
            List<BigDecimal> percent = Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .map(BigDecimal::new)
                    .toList();
            if (accepts(percent)) {
                return new Levels(percent);
            }
        } catch (NumberFormatException e) {
            // Told below, as any other text that breaks the rule.
        }
        throw INVALID_PARAMETER
                .because("%s such as 80,95, not '%s'", RULE, text)
                .at("/levels");
    }

    /** The levels in a body. */
    public static Levels of(List<BigDecimal> percent, Faults faults) {
        if (!accepts(percent)) {
            faults.add("/levels", "%s, not %s", RULE, percent);
            return USUAL;
        }
        return new Levels(percent);
    }

    /** The levels as probabilities. */
    public List<Double> fractions() {
        return percent.stream()
                .map(level -> level.movePointLeft(2).doubleValue())
                .toList();
    }

    private static boolean accepts(List<BigDecimal> percent) {
        if (percent.size() > MOST) {
            return false;
        }
        for (int i = 0; i < percent.size(); i++) {
            BigDecimal level = percent.get(i);
            if (level == null || level.compareTo(LOWEST) < 0 || level.compareTo(HIGHEST) > 0) {
                return false;
            }
            if (i > 0 && level.compareTo(percent.get(i - 1)) <= 0) {
                return false;
            }
        }
        return true;
    }
}
