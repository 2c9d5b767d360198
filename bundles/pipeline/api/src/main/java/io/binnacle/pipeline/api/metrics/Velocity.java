package io.binnacle.pipeline.api.metrics;

import io.binnacle.platform.api.money.Money;
import java.util.Optional;

/**
 * Sales velocity: {@code open × winRate × averageDeal / cycleDays}, an amount a day.
 *
 * @param window deals that closed in it count
 * @param open open deals at the point in time, those on hold left out
 * @param won deals won in the window, by close date
 * @param lost deals lost in the window, by close date or, without one, by the day of the loss; cancelled ones count
 *     nowhere
 * @param winRate {@code won / (won + lost)}, by count; empty when none has closed
 * @param averageDeal of the won deals that have an amount
 * @param valued how many these are
 * @param cycleDays the mean days from a won deal's beginning to its close date
 * @param perDay to the cent; empty when a part of it is, or the cycle has no days
 */
public record Velocity(
        Window window,
        int open,
        int won,
        int lost,
        Optional<Double> winRate,
        Optional<Money> averageDeal,
        int valued,
        Optional<Double> cycleDays,
        Optional<Money> perDay) {}
