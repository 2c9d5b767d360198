package io.binnacle.forecasting.core.hierarchy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which groups series belong to, and which groups are parts of others: {@code state / region * purpose} says that
 * regions are parts of states, and that both are crossed with purposes.
 *
 * @param paths the groups of each path from the whole to its parts; paths cross each other
 */
record Structure(List<List<String>> paths) {

    private static final int MOST_GROUPS = 6;
    private static final String FORM = "a structure names groups, parts behind a slash and crossed ones behind a star,"
            + " such as state / region * purpose, not '%s'";

    /** @throws IllegalArgumentException with a sentence for the caller */
    static Structure parse(String text) {
        List<List<String>> paths =
                Arrays.stream(text.split("\\*", -1)).map(Structure::path).toList();
        List<String> groups = paths.stream().flatMap(List::stream).toList();
        if (groups.stream().anyMatch(name -> name.isEmpty() || name.matches(".*[()].*"))) {
            throw new IllegalArgumentException(FORM.formatted(text));
        }
        if (new HashSet<>(groups).size() < groups.size() || groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "a structure names at most " + MOST_GROUPS + " groups, none twice, not '" + text + "'");
        }
        return new Structure(paths);
    }

    // Parentheses around a path say nothing more, but people write them.
    private static List<String> path(String text) {
        String path = text.strip();
        boolean enclosed = path.startsWith("(") && path.endsWith(")");
        return Arrays.stream((enclosed ? path.substring(1, path.length() - 1) : path).split("/", -1))
                .map(String::strip)
                .toList();
    }

    /** All groups by name. */
    List<String> groups() {
        return paths.stream().flatMap(List::stream).toList();
    }

    /** Whether each group is part of just one other. */
    boolean isTree() {
        return paths.size() == 1;
    }

    /** The whole first, and each level before those that are parts of it. */
    List<Level> levels() {
        List<Level> levels = new ArrayList<>(List.of(new Level(List.of())));
        for (List<String> path : paths) {
            levels = levels.stream()
                    .flatMap(level -> level.crossedWith(path).stream())
                    .collect(Collectors.toList());
        }
        levels.sort(Comparator.comparingInt(level -> level.groups().size()));
        return levels;
    }
}
