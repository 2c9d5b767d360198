package io.binnacle.pipeline.api.metrics;

import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.AsOf;

/**
 * Open deals that are committed, and those among them whose qualification does not carry it: they were committed with
 * a reason in place of it, were brought in so, or their evidence has aged since.
 *
 * @param n the committed deals
 * @param amount of those that have one
 * @param belowGate how many of them do not pass the gate at the point in time
 * @param amountBelowGate what these are worth
 */
public record Commits(AsOf asOf, int n, Money amount, int belowGate, Money amountBelowGate) {}
