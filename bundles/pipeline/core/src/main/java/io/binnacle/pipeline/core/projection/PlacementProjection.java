package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.Placement;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.TimeTables;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where accounts and products belong. */
@Component(service = Projection.class)
public final class PlacementProjection extends EntityProjection<Placement> {

    @Activate
    public PlacementProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.PLACEMENT, Placement.class, TimeTables.PLACEMENTS, entity -> List.of());
    }
}
