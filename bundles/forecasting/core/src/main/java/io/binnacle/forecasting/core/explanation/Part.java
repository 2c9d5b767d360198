package io.binnacle.forecasting.core.explanation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What drivers changed of a forecast.
 *
 * @param drivers one, or several that cannot be told apart
 * @param changes of the mean, for each period of the comparison
 * @param total the sum of {@code changes}
 * @param merged why several drivers could not be told apart
 */
public record Part(List<Driver> drivers, List<BigDecimal> changes, BigDecimal total, Optional<String> merged) {}
