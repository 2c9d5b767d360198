package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.ExternalRef;
import io.binnacle.pipeline.core.store.ExternalRefs;
import io.binnacle.pipeline.core.store.Fields;
import io.binnacle.pipeline.core.store.TypedTable;
import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import java.util.List;
import java.util.function.Function;

/** Entities whose rows are themselves, with the names that other systems give them. */
abstract class EntityProjection<T> implements Projection {

    private final String entity;
    private final Class<T> type;
    private final TypedTable<T> table;
    private final Function<T, List<ExternalRef>> names;

    EntityProjection(String entity, Class<T> type, TypedTable<T> table, Function<T, List<ExternalRef>> names) {
        this.entity = entity;
        this.type = type;
        this.table = table;
        this.names = names;
    }

    @Override
    public final String entityType() {
        return entity;
    }

    @Override
    public final List<ProjectedTable> tables() {
        return List.of(table.projected(), ExternalRefs.PROJECTED);
    }

    @Override
    public final void project(EntityHistory history, Rows rows) {
        T latest = Fields.read(history.latest(), type);
        table.project(latest, rows);
        ExternalRefs.project(history.entity(), names.apply(latest), rows);
    }
}
