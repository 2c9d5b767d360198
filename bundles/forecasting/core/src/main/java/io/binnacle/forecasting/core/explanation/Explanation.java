package io.binnacle.forecasting.core.explanation;

import java.util.List;
import java.util.Optional;

/**
 * Why a forecast is what it is.
 *
 * @param change against a forecast before
 * @param unchanged why there is no {@code change}
 * @param earlier the forecasts that it can be compared with, the latest first
 */
public record Explanation(
        RunName run,
        Components components,
        Outliers outliers,
        Optional<Comparison> change,
        Optional<String> unchanged,
        List<RunName> earlier) {}
