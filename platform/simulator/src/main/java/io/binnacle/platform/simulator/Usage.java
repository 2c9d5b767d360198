package io.binnacle.platform.simulator;

import java.time.YearMonth;

/**
 * What a strategic account consumed of a service in a month.
 *
 * @param settled whether the month is final
 */
public record Usage(String customer, String service, YearMonth month, long amount, boolean settled) {}
