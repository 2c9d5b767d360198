package io.binnacle.forecasting.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModelConfidenceTest {

    private static final int SERIES = 200;

    @Test
    void a_model_that_is_always_worse_is_out_and_two_of_a_kind_stay() {
        Random random = new Random(7);
        double[][] losses = new double[3][SERIES];
        // What one of the first two loses on a series, the other loses on the next: their means are equal.
        IntStream.range(0, SERIES / 2).map(pair -> 2 * pair).forEach(k -> {
            double luck = 0.1 * random.nextGaussian();
            losses[0][k] = losses[1][k + 1] = 1 + luck;
            losses[0][k + 1] = losses[1][k] = 1 - luck;
            losses[2][k] = losses[2][k + 1] = 1.3 + luck;
        });

        double[] p = ModelConfidence.pValues(losses);

        assertThat(p[2]).isZero();
        assertThat(p[0]).isGreaterThan(0.1);
        assertThat(p[1]).isGreaterThan(0.1);
        assertThat(Math.max(p[0], p[1])).isEqualTo(1);
    }

    @Test
    void models_that_never_differ_are_all_in_the_set() {
        double[] same = new Random(7).doubles(SERIES).toArray();

        assertThat(ModelConfidence.pValues(new double[][] {same, same.clone()})).containsExactly(1, 1);
    }
}
