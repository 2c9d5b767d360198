package io.binnacle.platform.simulator;

import io.binnacle.platform.simulator.DealState.Confidence;
import io.binnacle.platform.simulator.DealState.Stage;
import io.binnacle.platform.simulator.DealState.Status;
import java.time.LocalDate;

/** Deals go through the stages; one in twenty goes back a step before it goes on. */
final class StageMoves implements DealProcess {

    private static final double[] EARLIEST = {0, 0.10, 0.35, 0.65};
    private static final double[] LATEST = {0, 0.28, 0.58, 0.85};

    @Override
    public void plan(Course course, Timeline timeline, Dice dice) {
        for (Stage stage : Stage.values()) {
            if (stage != Stage.QUALIFY && stage.compareTo(course.reached()) <= 0) {
                LocalDate day = course.after(dice.between(EARLIEST[stage.ordinal()], LATEST[stage.ordinal()]));
                Confidence said = said(stage, course.outcome(), dice);
                timeline.whileOpen(day, deal -> deal.moveTo(stage, said));
            }
        }
        if (course.reached() == Stage.NEGOTIATE && dice.chance(0.05)) {
            timeline.whileOpen(course.after(0.88), deal -> deal.moveTo(Stage.PROPOSE, Confidence.BEST_CASE));
            timeline.whileOpen(course.after(0.96), deal -> deal.moveTo(Stage.NEGOTIATE, Confidence.MOST_LIKELY));
        }
    }

    private static Confidence said(Stage stage, Status outcome, Dice dice) {
        if (stage == Stage.NEGOTIATE) {
            return dice.chance(outcome == Status.WON ? 0.7 : 0.35) ? Confidence.COMMIT : Confidence.MOST_LIKELY;
        }
        return stage == Stage.PROPOSE ? Confidence.BEST_CASE : Confidence.PIPELINE;
    }
}
