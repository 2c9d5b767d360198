package io.binnacle.forecasting.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DemandRateTest {

    private static final double[] DEMANDS = {0, 0, 5, 0, 0, 3, 0, 4, 0, 0, 0, 2};

    // R 4.2, forecast 8.20: croston(c(0, 0, 5, 0, 0, 3, 0, 4, 0, 0, 0, 2), h = 1), with its alpha of 0.1
    @Test
    void agrees_with_R_on_the_method_of_Croston() {
        assertThat(after(Croston.original(0.1))).isCloseTo(1.47774086379, within(1e-10));
    }

    // Syntetos and Boylan (2005): the same times 1 - 0.1 / 2
    @Test
    void corrects_the_method_of_Croston_by_half_of_alpha() {
        assertThat(after(Croston.syntetosBoylan(0.1))).isCloseTo(1.47774086379 * 0.95, within(1e-10));
    }

    // By hand, from the first demand on: sizes 5, 4.8, 4.72, 4.448 and probabilities 1/3, then times 0.9 in
    // every period and 0.1 more with a demand
    @Test
    void lets_the_rate_fall_while_nothing_is_asked_for() {
        DemandRate method = new TeunterSyntetosBabai(0.1, 0.1);
        for (double demand : new double[] {0, 0, 5, 0, 0}) {
            method.observe(demand);
        }
        assertThat(method.next()).isCloseTo(5 * 0.81 / 3, within(1e-12));

        method.observe(3);
        assertThat(method.next()).isCloseTo(4.8 * (0.27 * 0.9 + 0.1), within(1e-12));
    }

    // By hand: buckets of three are 5, 3, 4, 2; smoothed with a half: 5, 4, 4, 3; a third of it a period
    @Test
    void smooths_what_several_periods_bring_together() {
        assertThat(after(new Aggregation(0.5, 3))).isCloseTo(1, within(1e-12));
    }

    private static double after(DemandRate method) {
        for (double demand : DEMANDS) {
            method.observe(demand);
        }
        return method.next();
    }
}
