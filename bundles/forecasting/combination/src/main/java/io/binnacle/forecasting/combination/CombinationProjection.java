package io.binnacle.forecasting.combination;

import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of definitions as it follows from the journal: all versions since the last deletion. */
@Component
public final class CombinationProjection implements Projection {

    private static final ProjectedTable DEFINITIONS = new ProjectedTable(
            "combinations.definition", List.of("id", "version", "name", "recipe"), List.of("id", "version"));

    @Activate
    public CombinationProjection(@Reference(target = "(schema=combinations)") SchemaReady ready) {
        // The table is there.
    }

    @Override
    public String entityType() {
        return CombinationJournal.TYPE;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(DEFINITIONS);
    }

    @Override
    public void project(EntityHistory history, Rows rows) {
        String id = CombinationJournal.name(history.latest().fields());
        List<Definition> versions = new ArrayList<>();
        for (Event event : history.events()) {
            CombinationJournal.read(event.patch(), id, event.seq()).ifPresentOrElse(versions::add, versions::clear);
        }
        for (Definition version : versions) {
            rows.add(DEFINITIONS, List.of(history.entity().id(), version.version(), id, Json.write(version.recipe())));
        }
    }
}
