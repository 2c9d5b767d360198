package io.binnacle.forecasting.core.explanation;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * How a forecast differs from one before. In each period, {@code before} and the changes of all parts add up to
 * {@code after} to the last digit.
 *
 * @param periods those that both forecast
 * @param parts in their order; a driver that is not there did not change
 * @param corrected values that stand otherwise now
 * @param actuals what came since
 * @param settings what changed of the model, one sentence each
 */
public record Comparison(
        RunName against,
        List<Period> periods,
        BigDecimal before,
        BigDecimal after,
        List<Part> parts,
        List<Corrected> corrected,
        List<Actual> actuals,
        List<String> settings) {

    /** The means of a period; {@code at} counts from the first observation of the later run. */
    public record Period(int at, Optional<YearMonth> period, BigDecimal before, BigDecimal after) {}

    /** A value that was corrected; empty where there was none then, or is none now. */
    public record Corrected(
            int at, Optional<YearMonth> period, Optional<BigDecimal> before, Optional<BigDecimal> after) {}

    /** A value that came, and what was forecast for it, if anything. */
    public record Actual(int at, Optional<YearMonth> period, BigDecimal value, Optional<BigDecimal> forecast) {}
}
