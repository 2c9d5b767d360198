package io.binnacle.forecasting.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.forecasting.kernels.metrics.Conformal;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class StrainsTest {

    @Test
    void a_strain_is_the_share_of_the_way_to_the_bound_on_its_side() {
        assertThat(Conformal.strain(13, 10, 8, 12)).isEqualTo(1.5);
        assertThat(Conformal.strain(9, 10, 8, 12)).isEqualTo(0.5);
        assertThat(Conformal.strain(10, 10, 10, 10)).isZero();
        assertThat(Conformal.strain(11, 10, 10, 10)).isInfinite();
    }

    @Test
    void the_factor_is_the_conformal_quantile() {
        Strains strains = strains(99);

        // The (99 + 1) · 0.95th and · 0.8th of 0.01, 0.02 … 0.99; counted by half percents.
        assertThat(strains.factor(0.95)).isCloseTo(0.95, Percentage.withPercentage(0.5));
        assertThat(strains.factor(0.8)).isCloseTo(0.8, Percentage.withPercentage(0.5));
    }

    @Test
    void fewer_scores_than_a_level_needs_tell_nothing() {
        assertThat(strains(18).factor(0.95)).isNaN();
        assertThat(strains(19).factor(0.95)).isCloseTo(0.19, Percentage.withPercentage(0.5));
    }

    @Test
    void intervals_without_a_width_cannot_be_stretched() {
        Strains strains = new Strains();
        IntStream.range(0, 40).forEach(k -> strains.add(Double.POSITIVE_INFINITY));

        assertThat(strains.factor(0.8)).isNaN();
    }

    private static Strains strains(int count) {
        Strains strains = new Strains();
        IntStream.rangeClosed(1, count).forEach(k -> strains.add(k / 100.0));
        return strains;
    }
}
