package io.binnacle.pipeline.api.metrics;

import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.time.AsOf;
import java.util.Optional;
import java.util.UUID;

/**
 * Whether there is pipeline enough to reach a target, by three definitions that are never mixed.
 *
 * @param node whose target it is; empty for the targets of all roots together
 * @param quota the target
 * @param won what was won with a close date in the period
 * @param open what is open with a close date in the period
 * @param gap {@code quota - won}; negative when the target is exceeded
 * @param attainment {@code won / quota}; empty for a quota of 0
 * @param state whether a gap is left; without one no coverage on the gap is needed
 * @param onGap {@code open / gap}; empty when the target is met
 * @param onQuota {@code open / quota}; empty for a quota of 0
 * @param requirement what experience says is needed; empty without any
 */
public record Coverage(
        AsOf asOf,
        Optional<UUID> node,
        String period,
        Money quota,
        Money won,
        Money open,
        Money gap,
        Optional<Double> attainment,
        State state,
        Optional<Double> onGap,
        Optional<Double> onQuota,
        Optional<Requirement> requirement) {

    /** Whether there is a gap between the target and what was won. */
    public enum State {
        GAP,
        MET
    }

    /**
     * The pipeline that is needed.
     *
     * @param basis where the conversion comes from
     * @param week of the period, from 1, as of which former periods were looked at
     * @param n the deals that were open then, in all former periods
     * @param conversion the part of the open amount that was won by the end of its period; above 0
     * @param multiple {@code 1 / conversion}
     * @param required {@code gap / conversion}, 0 when the target is met
     * @param toCreate {@code max(0, required - open)}
     * @param cycleDays the mean sales cycle of what was won in the year before; empty when nothing was
     * @param daysLeft from the day to the end of the period
     * @param tooLate whether something is to be created and the cycle is longer than the days left
     */
    public record Requirement(
            Basis basis,
            int week,
            int n,
            double conversion,
            double multiple,
            Money required,
            Money toCreate,
            Optional<Double> cycleDays,
            long daysLeft,
            boolean tooLate) {}

    /** Where a conversion comes from. */
    public enum Basis {
        /** The same week of former periods, by amount, all periods pooled. */
        FORMER_PERIODS,
        /** The caller's assumption. */
        GIVEN
    }
}
