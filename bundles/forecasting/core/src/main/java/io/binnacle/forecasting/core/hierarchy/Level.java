package io.binnacle.forecasting.core.hierarchy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Series that are sums of a kind, such as all states by purpose.
 *
 * @param paths how far down it goes on each path of the {@link Structure}; those not at all are left out
 */
record Level(List<List<String>> paths) {

    static final String TOTAL = "total";

    /** The level of the series that sum nothing. */
    static final String BOTTOM = "bottom";

    /** This level crossed with every depth of another path, the deepest first. */
    List<Level> crossedWith(List<String> path) {
        List<Level> levels = new ArrayList<>();
        for (int depth = path.size(); depth > 0; depth--) {
            List<List<String>> more = new ArrayList<>(paths);
            more.add(path.subList(0, depth));
            levels.add(new Level(more));
        }
        levels.add(this);
        return levels;
    }

    List<String> groups() {
        return paths.stream().flatMap(List::stream).toList();
    }

    String name() {
        return text(group -> group);
    }

    /** What the sum with these groups is called: {@code NSW/Sydney*Holiday}. */
    String nodeName(Map<String, String> values) {
        return text(values::get);
    }

    private String text(UnaryOperator<String> part) {
        return paths.isEmpty()
                ? TOTAL
                : paths.stream()
                        .map(path -> path.stream().map(part).collect(Collectors.joining("/")))
                        .collect(Collectors.joining("*"));
    }
}
