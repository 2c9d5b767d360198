package io.binnacle.forecasting.core.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HierarchyTest {

    @Test
    void sums_are_called_by_their_groups_and_the_series_come_last() {
        Hierarchy crossed = Trips.crossed(4);

        assertThat(crossed.nodes())
                .extracting(Node::id)
                .containsExactly(
                        "total",
                        "NSW",
                        "VIC",
                        "Business",
                        "Holiday",
                        "NSW/Sydney",
                        "NSW/Coast",
                        "VIC/Coast",
                        "NSW*Business",
                        "NSW*Holiday",
                        "VIC*Business",
                        "VIC*Holiday",
                        "NSW/SydneyBusiness",
                        "NSW/SydneyHoliday",
                        "NSW/CoastBusiness",
                        "NSW/CoastHoliday",
                        "VIC/CoastBusiness",
                        "VIC/CoastHoliday");
        assertThat(crossed.nodes().get(9).level()).isEqualTo("state*purpose");
        assertThat(crossed.nodes().get(9).groups())
                .containsEntry("state", "NSW")
                .containsEntry("purpose", "Holiday")
                .hasSize(2);
        assertThat(crossed.nodes().get(12).level()).isEqualTo("bottom");
    }

    @Test
    void a_sum_has_the_values_of_its_parts_together() {
        Hierarchy two = Trips.two(new double[] {1, 2, 3}, 10, 20, 30);

        assertThat(two.nodes()).extracting(Node::id).containsExactly("total", "A", "B");
        assertThat(two.history(0, 2).toArray()).containsExactly(11, 22);
        assertThat(two.bottomValues()).isDeepEqualTo(new double[][] {{1, 2, 3}, {10, 20, 30}});
    }

    @Test
    void every_part_of_a_tree_knows_its_parent() {
        // total, 1, 2, then the regions 1a, 1b, 2a, 2b.
        assertThat(Trips.tree(new double[] {1, 2}, "1a", "1b", "2a", "2b").parents())
                .containsExactly(-1, 0, 0, 1, 1, 2, 2);
    }

    @Test
    void a_level_that_divides_nothing_further_is_left_out() {
        assertThat(Trips.tree(new double[] {1, 2}, "1a", "1b", "1c").nodes())
                .extracting(Node::level)
                .containsExactly("total", "bottom", "bottom", "bottom");
    }
}
