package io.binnacle.forecasting.kernels.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** All expected values by hand. */
class TopDownTest {

    /** T = A + B, A = A1 + A2, B = B1 + B2. */
    private static final Summation SEVEN =
            Summation.of(4, List.of(new int[] {0, 1, 2, 3}, new int[] {0, 1}, new int[] {2, 3}));

    private static final int[] PARENTS = {-1, 0, 0, 1, 1, 2, 2};

    /** The wholes are 4, 10 and 0. */
    private static final double[][] PAST = {{1, 5, 2}, {3, 5, -2}};

    @Test
    void the_average_of_proportions_counts_each_time_alike() {
        // (1/4 + 5/10) / 2 and (3/4 + 5/10) / 2; the third time has no whole.
        assertThat(HistoricalShares.averageProportions(PAST))
                .containsExactly(new double[] {0.375, 0.625}, within(1e-15));
    }

    @Test
    void the_proportion_of_averages_counts_each_time_by_its_size() {
        // 8 and 6 of 14.
        assertThat(HistoricalShares.proportionsOfAverages(PAST))
                .containsExactly(new double[] {4 / 7.0, 3 / 7.0}, within(1e-15));
    }

    @Test
    void a_whole_of_zero_tells_no_shares() {
        double[][] past = {{1, -2}, {-1, 2}};

        assertThatThrownBy(() -> HistoricalShares.averageProportions(past)).hasMessageContaining("tells no shares");
        assertThatThrownBy(() -> HistoricalShares.proportionsOfAverages(past)).hasMessageContaining("tells no shares");
    }

    @Test
    void forecasts_tell_the_proportions_level_by_level() {
        // A and B share 90 as 20 to 40, A1 and A2 share 30 as 5 to 10, B1 and B2 share 60 as 6 to 2.
        double[] reconciled = new ForecastProportions(SEVEN, PARENTS).reconcile(new double[] {90, 20, 40, 5, 10, 6, 2});

        assertThat(reconciled).containsExactly(new double[] {90, 30, 60, 10, 20, 45, 15}, within(1e-12));
    }

    @Test
    void children_whose_forecasts_sum_to_zero_share_alike() {
        double[] reconciled = new ForecastProportions(SEVEN, PARENTS).reconcile(new double[] {8, 1, 1, 0, 0, 3, 1});

        assertThat(reconciled).containsExactly(new double[] {8, 4, 4, 2, 2, 3, 1}, within(1e-12));
    }

    @Test
    void a_parent_that_does_not_come_first_is_refused() {
        assertThatThrownBy(() -> new ForecastProportions(SEVEN, -1, 0, 0, 1, 1, 2, 6))
                .hasMessageContaining("series 6");
    }
}
