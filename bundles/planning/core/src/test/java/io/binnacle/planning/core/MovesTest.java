package io.binnacle.planning.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MovesTest {

    private static final List<String> KEYS = List.of("A", "B", "C", "D", "E", "F", "G");

    @Test
    void one_item_taken_to_the_front_is_one_move() {
        assertThat(Moves.between(List.of("A", "B", "C", "D"), List.of("D", "A", "B", "C")))
                .containsExactly("D");
    }

    @Test
    void what_stands_in_the_middle_of_a_reversed_list_has_not_moved() {
        assertThat(Moves.between(List.of("A", "B", "C"), List.of("C", "B", "A")))
                .containsExactly("C", "A");
    }

    @Test
    void the_same_order_has_no_move_whatever_came_and_went() {
        assertThat(Moves.between(List.of("A", "X", "B", "C"), List.of("A", "B", "Y", "C")))
                .isEmpty();
        assertThat(Moves.between(List.of(), List.of("A"))).isEmpty();
    }

    /** All subsets are tried: those left in place must stand in the old order, and be as many as possible. */
    @Test
    void no_explanation_has_fewer_moves() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<String> to = new ArrayList<>(KEYS);
            Collections.shuffle(to, random);

            List<String> moves = Moves.between(KEYS, to);

            List<String> stayed = new ArrayList<>(to);
            stayed.removeAll(moves);
            assertThat(stayed).as("%s", to).isSorted().hasSize(mostThatStay(to));
        }
    }

    private static int mostThatStay(List<String> order) {
        int most = 0;
        for (long subset = 0; subset < 1 << order.size(); subset++) {
            List<String> chosen = BitSet.valueOf(new long[] {subset}).stream()
                    .mapToObj(order::get)
                    .toList();
            if (chosen.equals(chosen.stream().sorted().toList())) {
                most = Math.max(most, chosen.size());
            }
        }
        return most;
    }
}
