package io.binnacle.forecasting.api;

import io.binnacle.platform.api.money.Money;
import java.time.YearMonth;
import java.util.UUID;

/**
 * The use of one service by one account in one month.
 *
 * @param service the vendor's name of the service, such as {@code compute}
 * @param amount what was consumed, at list price
 */
public record ConsumptionPoint(UUID account, String service, YearMonth month, Money amount, Status status) {

    /** Whether the month is settled. */
    public enum Status {
        PRELIMINARY,
        FINAL
    }
}
