package io.binnacle.planning.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which items were moved when one order became another: the fewest that explain it, which are all but those on
 * a longest increasing subsequence of the old places. What stands where it stood is taken for moved last.
 */
final class Moves {

    private Moves() {}

    static List<String> between(List<String> from, List<String> to) {
        Map<String, Integer> places = places(from);
        Map<String, Integer> newPlaces = places(to);
        List<String> common = to.stream().filter(places::containsKey).toList();
        // One more that stays counts for more than all that keep their very place, which break ties.
        long[] weights = common.stream()
                .mapToLong(name -> common.size() + 1L + (places.get(name).equals(newPlaces.get(name)) ? 1 : 0))
                .toArray();
        Set<String> stayed =
                stayed(common, common.stream().mapToInt(places::get).toArray(), weights);
        return common.stream().filter(name -> !stayed.contains(name)).toList();
    }

    private static Map<String, Integer> places(List<String> names) {
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        return places;
    }

    /** The heaviest of the items that stand in the order of their old places. */
    private static Set<String> stayed(List<String> names, int[] places, long[] weights) {
        long[] heaviest = weights.clone();
        int[] previous = new int[places.length];
        Arrays.fill(previous, -1);
        int last = -1;
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < i; j++) {
                if (places[j] < places[i] && heaviest[j] + weights[i] > heaviest[i]) {
                    heaviest[i] = heaviest[j] + weights[i];
                    previous[i] = j;
                }
            }
            last = last < 0 || heaviest[i] > heaviest[last] ? i : last;
        }
        Set<String> stayed = new HashSet<>();
        for (int i = last; i >= 0; i = previous[i]) {
            stayed.add(names.get(i));
        }
        return stayed;
    }
}
