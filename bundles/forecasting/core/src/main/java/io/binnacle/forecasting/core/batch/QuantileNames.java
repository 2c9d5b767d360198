package io.binnacle.forecasting.core.batch;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** How the columns of the bounds of intervals are called, such as {@code q0.025}, in ascending order. */
public final class QuantileNames {

    private static final MathContext DIGITS = new MathContext(6);

    private QuantileNames() {}

    /** @param levels of the intervals, ascending, as probabilities */
    public static List<String> of(List<Double> levels) {
        List<String> names = new ArrayList<>();
        for (int i = levels.size() - 1; i >= 0; i--) {
            names.add(name(1 - levels.get(i)));
        }
        levels.forEach(level -> names.add(name(1 + level)));
        return names;
    }

    private static String name(double twice) {
        BigDecimal fraction = BigDecimal.valueOf(twice / 2).round(DIGITS).stripTrailingZeros();
        return "q" + fraction.toPlainString();
    }
}
