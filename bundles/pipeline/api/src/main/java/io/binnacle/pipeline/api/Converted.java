package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import java.util.Optional;

/**
 * An amount in another currency.
 *
 * @param amount rounded to the minor unit of its currency, a half to the even neighbour
 * @param rate empty when the amount was in that currency already and so stayed as it was, to the digit
 */
public record Converted(Money amount, Optional<RateUsed> rate) {}
