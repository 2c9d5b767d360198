package io.binnacle.platform.api.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table whose rows a {@link Projection} makes. Columns that are not named here are none of the journal's: they
 * keep what is in them.
 *
 * @param name with its schema, such as {@code pipeline.account}
 * @param columns in the order in which rows bring their values
 * @param key those that tell rows apart
 * @param loose those that the journal does not know exactly: set when a row is missing, never compared
 */
public record ProjectedTable(String name, List<String> columns, List<String> key, Set<String> loose) {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    /** @throws IllegalArgumentException when a name is none, or a key or loose column is not among the columns */
    public ProjectedTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        loose = Set.copyOf(loose);
        String[] parts = name.split("\\.", -1);
        if (parts.length != 2 || !isName(parts[0]) || !isName(parts[1])) {
            throw new IllegalArgumentException("a table is named like pipeline.account, not '" + name + "'");
        }
        if (!columns.stream().allMatch(ProjectedTable::isName) || new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException(name + " cannot have the columns " + columns);
        }
        if (key.isEmpty() || !columns.containsAll(key) || !columns.containsAll(loose)) {
            throw new IllegalArgumentException("the key and the loose columns of " + name + " are among its columns");
        }
    }

    /** A table without loose columns. */
    public ProjectedTable(String name, List<String> columns, List<String> key) {
        this(name, columns, key, Set.of());
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
