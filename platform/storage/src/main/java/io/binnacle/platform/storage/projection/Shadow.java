package io.binnacle.platform.storage.projection;

import static java.util.stream.Collectors.joining;

import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.storage.journal.CopyText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** What a table should hold, in a table of our own that goes when the transaction ends. */
final class Shadow {

    private static final int ROWS_AT_A_TIME = 5_000;

    private final Database database;
    private final Handle handle;
    private final ProjectedTable table;
    private final String name;
    private CopyText waiting = new CopyText();
    private int waitingRows;

    Shadow(Database database, Handle handle, ProjectedTable table, String name) {
        this.database = database;
        this.handle = handle;
        this.table = table;
        this.name = name;
        handle.execute("create temp table %s on commit drop as select %s from %s with no data"
                .formatted(name, list(table.columns()), table.name()));
    }

    void add(List<?> values) {
        if (values.size() != table.columns().size()) {
            throw new IllegalArgumentException(
                    "%s takes %s, not %d values".formatted(table.name(), table.columns(), values.size()));
        }
        waiting.row(values.stream().map(Shadow::cell).toArray());
        if (++waitingRows == ROWS_AT_A_TIME) {
            flush();
        }
    }

    /** Ends the filling. */
    void complete() {
        flush();
        handle.execute("create unique index on %s (%s)".formatted(name, list(table.key())));
        handle.execute("analyze " + name);
    }

    TableDrift compare() {
        return new TableDrift(
                table.name(),
                count(name),
                count(name + " s where not exists (" + same(table.name()) + ")"),
                count(table.name() + " t join " + name + " s on " + sameKey() + " where " + differs()),
                count(table.name() + " t where not exists (" + sameShadow() + ")"));
    }

    void insertMissing() {
        handle.execute("insert into %s (%s) select %s from %s s where not exists (%s)"
                .formatted(table.name(), list(table.columns()), list(table.columns()), name, same(table.name())));
    }

    void updateChanged() {
        handle.execute("update %s t set %s from %s s where %s and %s"
                .formatted(
                        table.name(),
                        compared().stream()
                                .map(column -> column + " = s." + column)
                                .collect(joining(", ")),
                        name,
                        sameKey(),
                        differs()));
    }

    void deleteSurplus() {
        handle.execute("delete from %s t where not exists (%s)".formatted(table.name(), sameShadow()));
    }

    private void flush() {
        if (waitingRows > 0) {
            database.copyIn(handle, "copy %s (%s) from stdin".formatted(name, list(table.columns())), waiting.stream());
            waiting = new CopyText();
            waitingRows = 0;
        }
    }

    private long count(String from) {
        return handle.createQuery("select count(*) from " + from)
                .mapTo(Long.class)
                .one();
    }

    private String same(String where) {
        return "select from " + where + " t where " + sameKey();
    }

    private String sameShadow() {
        return "select from " + name + " s where " + sameKey();
    }

    private String sameKey() {
        return each(table.key(), column -> "t." + column + " = s." + column, " and ");
    }

    private String differs() {
        return compared().isEmpty()
                ? "false"
                : "(" + each(compared(), column -> "t." + column, ", ") + ") is distinct from ("
                        + each(compared(), column -> "s." + column, ", ") + ")";
    }

    private List<String> compared() {
        return table.columns().stream()
                .filter(column ->
                        !table.key().contains(column) && !table.loose().contains(column))
                .toList();
    }

    private static Object cell(Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (present instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return present instanceof Enum<?> constant ? constant.name() : present;
    }

    private static String list(List<String> columns) {
        return String.join(", ", columns);
    }

    private static String each(List<String> columns, UnaryOperator<String> write, String between) {
        return columns.stream().map(write).collect(joining(between));
    }
}
