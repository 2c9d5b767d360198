package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.Assignment;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.TimeTables;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The virtual teams. */
@Component(service = Projection.class)
public final class AssignmentProjection extends EntityProjection<Assignment> {

    @Activate
    public AssignmentProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.ASSIGNMENT, Assignment.class, TimeTables.ASSIGNMENTS, entity -> List.of());
    }
}
