package io.binnacle.platform.simulator;

import io.binnacle.platform.simulator.DealState.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Deals are won, lost or cancelled for a reason; some that were lost are opened again. */
final class Endings implements DealProcess {

    private static final Map<Status, List<String>> REASONS = Map.of(
            Status.WON, List.of("Best value case", "Executive sponsor decided", "Technical fit", "Price and terms"),
            Status.LOST, List.of("Lost to a competitor", "Price too high", "No budget", "Missing feature"),
            Status.CANCELLED, List.of("Project stopped by the customer", "Merged into another deal"));

    @Override
    public void plan(Course course, Timeline timeline, Dice dice) {
        end(timeline, course.decided(), course.outcome(), dice);
        if (course.outcome() == Status.LOST && dice.chance(0.06)) {
            LocalDate reopened = course.decided().plusDays(dice.between(15, 60));
            LocalDate again = WorkingDays.onOrBefore(reopened.plusDays(dice.between(30, 100)));
            timeline.on(reopened, deal -> deal.reopen(again));
            end(timeline, again, dice.chance(0.4) ? Status.WON : Status.LOST, dice);
        }
    }

    private static void end(Timeline timeline, LocalDate day, Status outcome, Dice dice) {
        String reason = dice.oneOf(REASONS.get(outcome));
        timeline.whileOpen(day, deal -> deal.close(outcome, day, reason));
    }
}
