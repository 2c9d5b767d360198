package io.binnacle.platform.simulator;

import java.time.YearMonth;

/**
 * What a seat has to book in a quarter; the sum of its reports' quotas.
 *
 * @param firstMonth the first month of the calendar quarter
 */
public record Quota(String seat, YearMonth firstMonth, long amount) {}
