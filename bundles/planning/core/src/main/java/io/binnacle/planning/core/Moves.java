package io.binnacle.planning.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which items were moved when one order became another: the fewest that explain it, which are all but those on
 * a longest increasing subsequence of the old places.
 */
final class Moves {

    private Moves() {}

    static List<String> between(List<String> from, List<String> to) {
        Map<String, Integer> places = new HashMap<>();
        from.forEach(name -> places.put(name, places.size()));
        List<String> common = to.stream().filter(places::containsKey).toList();
        Set<String> stayed =
                stayed(common, common.stream().mapToInt(places::get).toArray());
        return common.stream().filter(name -> !stayed.contains(name)).toList();
    }

    private static Set<String> stayed(List<String> names, int[] places) {
        int[] length = new int[places.length];
        int[] previous = new int[places.length];
        Arrays.fill(previous, -1);
        int last = -1;
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < i; j++) {
                if (places[j] < places[i] && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || length[i] > length[last] ? i : last;
        }
        Set<String> stayed = new HashSet<>();
        for (int i = last; i >= 0; i = previous[i]) {
            stayed.add(names.get(i));
        }
        return stayed;
    }
}
