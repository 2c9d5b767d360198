package io.binnacle.forecasting.core.roles;

import io.binnacle.platform.api.journal.EntityHistory;
import io.binnacle.platform.api.journal.ProjectedTable;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of roles as it follows from the journal. */
@Component
public final class RoleProjection implements Projection {

    private static final ProjectedTable ROLES = new ProjectedTable(
            "forecasting.role", List.of("id", "metric", "segment", "fields", "version"), List.of("id"));

    @Activate
    public RoleProjection(@Reference(target = "(schema=forecasting)") SchemaReady ready) {
        // The table is there.
    }

    @Override
    public String entityType() {
        return RoleJournal.TYPE;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(ROLES);
    }

    @Override
    public void project(EntityHistory history, Rows rows) {
        Roles roles =
                RoleJournal.read(history.latest().fields(), history.latest().version());
        rows.add(
                ROLES,
                List.of(
                        history.entity().id(),
                        roles.scope().metric(),
                        roles.scope().segment(),
                        Json.write(RoleJournal.fields(roles)),
                        roles.version()));
    }
}
