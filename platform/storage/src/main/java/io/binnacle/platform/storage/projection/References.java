package io.binnacle.platform.storage.projection;

import io.binnacle.platform.api.journal.ProjectedTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Puts tables into an order in which rows can be added: what others refer to comes first. */
final class References {

    private static final String FOREIGN_KEYS = """
            select child_schema.nspname || '.' || child.relname as child,
                   parent_schema.nspname || '.' || parent.relname as parent
            from pg_constraint
            join pg_class child on child.oid = conrelid
            join pg_namespace child_schema on child_schema.oid = child.relnamespace
            join pg_class parent on parent.oid = confrelid
            join pg_namespace parent_schema on parent_schema.oid = parent.relnamespace
            where contype = 'f' and conrelid <> confrelid
            """;

    private final Map<String, Set<String>> parents = new HashMap<>();

    References(Handle handle) {
        handle.createQuery(FOREIGN_KEYS)
                .map((row, context) -> parents.computeIfAbsent(row.getString("child"), child -> new TreeSet<>())
                        .add(row.getString("parent")))
                .forEach(added -> {});
    }

    /** Each table once; those of one name must be alike. */
    List<ProjectedTable> parentsFirst(Collection<ProjectedTable> tables) {
        Map<String, ProjectedTable> waiting = new LinkedHashMap<>();
        for (ProjectedTable table : tables) {
            ProjectedTable other = waiting.putIfAbsent(table.name(), table);
            if (other != null && !other.equals(table)) {
                throw new IllegalStateException("two projections describe " + table.name() + " in different ways");
            }
        }
        List<ProjectedTable> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String next = waiting.keySet().stream()
                    .filter(name ->
                            parents.getOrDefault(name, Set.of()).stream().noneMatch(waiting::containsKey))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("these tables refer to each other: " + waiting));
            ordered.add(waiting.remove(next));
        }
        return ordered;
    }
}
