package io.binnacle.pipeline.core.store;

import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.Database;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The current state of all entities of one kind, one row each, with the names that other systems give them. */
public final class TypedTable<T> {

    private static final String REFS = """
            array(select array[r.system, r.type, r.id] from pipeline.external_ref r
                where r.entity_id = t.id order by r.system, r.type, r.id) as refs""";

    private final String name;
    private final List<Column<T>> columns;
    private final RowMapper<T> mapper;
    private final ProjectedTable projected;

    /** @param columns the first is the id */
    TypedTable(String name, List<Column<T>> columns, RowMapper<T> mapper) {
        this.name = name;
        this.columns = columns;
        this.mapper = mapper;
        this.projected = new Rows<>(name, columns).projected(1);
    }

    /** Adds rows, however many, in one go. */
    public void insert(Database database, Handle handle, Collection<T> rows) {
        new Rows<>(name, columns).insert(database, handle, rows);
    }

    /** Replaces rows by those of the same id. */
    public void update(Handle handle, Collection<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Column<T>> changing = columns.subList(1, columns.size());
        String set = changing.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", "));
        try (PreparedBatch batch = handle.prepareBatch("update " + name + " set " + set + " where id = ?")) {
            for (T row : rows) {
                int position = 0;
                for (Column<T> column : changing) {
                    batch.bind(position++, column.of(row));
                }
                batch.bind(position, columns.get(0).of(row)).add();
            }
            batch.execute();
        }
    }

    /** The table as the journal's projections fill it. */
    public ProjectedTable projected() {
        return projected;
    }

    /** Hands a row over to be compared with the one that is here. */
    public void project(T row, Projection.Rows rows) {
        rows.add(projected, new Rows<>(name, columns).values(row));
    }

    /** One row. */
    public Optional<T> find(Handle handle, UUID id) {
        return handle.createQuery(select("where t.id = :id"))
                .bind("id", id)
                .map(mapper)
                .findOne();
    }

    /** All rows. */
    public List<T> all(Handle handle, String order) {
        return handle.createQuery(select("order by " + order)).map(mapper).list();
    }

    /** The rows with these ids, by id, held against other writers until the transaction ends. */
    public List<T> lock(Handle handle, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(select("where t.id = any(cast(:ids as uuid[])) order by t.id for update of t"))
                .bind("ids", array(ids))
                .map(mapper)
                .list();
    }

    /** The rows that have one of these ids in a column, by id. */
    public List<T> of(Handle handle, String column, Collection<UUID> ids) {
        return handle.createQuery(select("where t." + column + " = any(cast(:ids as uuid[])) order by t.id"))
                .bind("ids", array(ids))
                .map(mapper)
                .list();
    }

    /** The query for whole rows, as {@code t}, with more of a query at its end. */
    String select(String rest) {
        return "select t.*, " + REFS + " from " + name + " t " + rest;
    }

    RowMapper<T> mapper() {
        return mapper;
    }

    /** Ids as PostgreSQL writes an array. */
    static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
