package io.binnacle.pipeline.core.store;

import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.storage.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** How rows of one kind lie in their table. */
record Rows<T>(String table, List<Column<T>> columns) {

    /** Adds rows, however many, in one go. */
    void insert(Database database, Handle handle, Collection<T> rows) {
        if (!rows.isEmpty()) {
            String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
            String copy = "copy %s (%s) from stdin with (format csv)".formatted(table, names);
            database.copyIn(
                    handle, copy, new CopyRows(rows.stream().map(this::values).iterator()));
        }
    }

    /** The table as a projection fills it; the first so many columns are the key. */
    ProjectedTable projected(int keyColumns) {
        List<String> names = columns.stream().map(Column::name).toList();
        return new ProjectedTable(table, names, names.subList(0, keyColumns));
    }

    List<Object> values(T row) {
        List<Object> values = new ArrayList<>(columns.size());
        columns.forEach(column -> values.add(column.of(row)));
        return values;
    }
}
