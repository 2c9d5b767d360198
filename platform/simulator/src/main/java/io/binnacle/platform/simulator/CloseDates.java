package io.binnacle.platform.simulator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;

/** Sellers hope: close dates are pushed when they come near or have passed, and seldom pulled in. */
final class CloseDates implements DealProcess {

    private static final double[] PUSHES = {0.42, 0.31, 0.18, 0.09};

    @Override
    public void plan(Course course, Timeline timeline, Dice dice) {
        LocalDate last = course.decided().plusDays(dice.between(-22, 8));
        if (dice.chance(0.12)) {
            pullIn(course, last, timeline, dice);
        } else {
            push(course, last, timeline, dice);
        }
    }

    private static void pullIn(Course course, LocalDate last, Timeline timeline, Dice dice) {
        LocalDate first = rounded(last.plusDays(dice.between(35, 95)), dice);
        timeline.on(course.begun(), deal -> deal.closeDate = first);
        timeline.whileOpen(course.after(dice.between(0.55, 0.9)), deal -> deal.closeDate = last);
    }

    private static void push(Course course, LocalDate last, Timeline timeline, Dice dice) {
        LocalDate earliest = course.begun().plusDays(21);
        Deque<LocalDate> hopes = new ArrayDeque<>();
        hopes.push(last);
        for (int left = dice.weighted(PUSHES); left > 0; left--) {
            LocalDate hope = rounded(hopes.peek().minusDays(dice.between(28, 95)), dice);
            if (hope.isBefore(earliest)) {
                break;
            }
            hopes.push(hope);
        }
        LocalDate hope = hopes.pop();
        LocalDate first = hope.isBefore(earliest) ? earliest : hope;
        timeline.on(course.begun(), deal -> deal.closeDate = first);
        for (LocalDate next : hopes) {
            timeline.whileOpen(hope.plusDays(dice.between(-12, 40)), deal -> deal.closeDate = next);
            hope = next;
        }
    }

    private static LocalDate rounded(LocalDate day, Dice dice) {
        return WorkingDays.onOrBefore(dice.chance(0.5) ? YearMonth.from(day).atEndOfMonth() : day);
    }
}
