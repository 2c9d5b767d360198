package io.binnacle.platform.simulator;

import io.binnacle.platform.simulator.DealState.Stage;
import java.util.Optional;

/** Amounts are log-normal, are corrected as the scope gets clear, and shrink a little in the negotiation. */
final class Amounts implements DealProcess {

    private static final double SIGMA = 0.4;

    /** What the mean of a log-normal is to its median. */
    static final double MEAN_TO_MEDIAN = StrictMath.exp(SIGMA * SIGMA / 2);

    private final double typical;

    Amounts(double typical) {
        this.typical = typical;
    }

    @Override
    public void plan(Course course, Timeline timeline, Dice dice) {
        long first = rounded(dice.logNormal(typical, SIGMA));
        boolean unknown = dice.chance(0.1);
        timeline.whileOpen(unknown ? course.after(0.3) : course.begun(), deal -> deal.amount = Optional.of(first));
        for (int left = dice.weighted(0.35, 0.4, 0.25); left > 0; left--) {
            double factor = dice.logNormal(1, 0.18);
            timeline.whileOpen(course.after(dice.between(0.35, 0.8)), deal -> scale(deal, factor));
        }
        if (course.reached() == Stage.NEGOTIATE) {
            double discount = 1 - dice.between(0, 0.12);
            timeline.whileOpen(course.after(dice.between(0.86, 0.98)), deal -> scale(deal, discount));
        }
    }

    private static void scale(DealDraft deal, double factor) {
        deal.amount = deal.amount.map(amount -> rounded(amount * factor));
    }

    private static long rounded(double amount) {
        return Math.max(10, Math.round(amount / 500)) * 500;
    }
}
