package io.binnacle.pipeline.api.metrics;

import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.Optional;

/**
 * How many deals went on from each stage. The cohort of a stage are the deals that entered it in the window, each
 * counted at its first entry; what became of them is told as of {@code asOf}.
 *
 * @param excluded deals whose history does not tell their stages, which count nowhere
 */
public record Conversion(AsOf asOf, Window window, Segment segment, List<Stage> stages, int excluded) {

    public Conversion {
        stages = List.copyOf(stages);
    }

    /**
     * One stage. {@code entered = reached + lost + open}.
     *
     * @param order whether "on" is by the stages that the pipeline declares, or, where it declares none or not
     *     this one, to any stage in which the deal had not been before; winning always counts
     * @param reached went on to a later stage, or were won
     * @param lost were lost or cancelled before that
     * @param open are still there, or on hold: censored
     * @param naive {@code reached / entered}: too low while deals are open
     * @param resolved {@code reached / (reached + lost)}: leaves out open deals, which biases it; empty while none
     *     is resolved
     * @param censored the estimate that lets open deals count for as long as they have been seen
     */
    public record Stage(
            String pipeline,
            String stage,
            Order order,
            int entered,
            int reached,
            int lost,
            int open,
            double naive,
            Optional<Double> resolved,
            Estimate censored) {}

    /** How it is known which stage is later. */
    public enum Order {
        DECLARED,
        OBSERVED
    }

    /**
     * The probability of having gone on by the last day at which any deal left the stage. It is the cumulative
     * incidence of Aalen and Johansen (1978), which is one less the estimate of Kaplan and Meier (1958) when no
     * deal is lost, and {@code reached / entered} when none is open. To take lost deals for censored ones in one
     * less Kaplan-Meier would be to suppose that they might still go on.
     *
     * @param value from 0 to 1
     * @param standardError by Greenwood's formula, extended to two ways out (Marubini and Valsecchi 1995)
     * @param low the lower end of the interval of 95 %, on the scale of log(-log(1 - value)); empty at 0 and 1
     * @param high its upper end
     * @param curve the days at which deals left
     */
    public record Estimate(
            double value, double standardError, Optional<Double> low, Optional<Double> high, List<Point> curve) {

        public Estimate {
            curve = List.copyOf(curve);
        }
    }

    /**
     * A day after entry on which deals left the stage.
     *
     * @param atRisk how many were still there and seen just before
     * @param remaining the Kaplan-Meier estimate of the share still there
     * @param remainingError its standard error by Greenwood's formula
     * @param reachedShare the cumulative incidence of going on
     * @param reachedError its standard error
     */
    public record Point(
            long day,
            int atRisk,
            int reached,
            int lost,
            double remaining,
            double remainingError,
            double reachedShare,
            double reachedError) {}
}
