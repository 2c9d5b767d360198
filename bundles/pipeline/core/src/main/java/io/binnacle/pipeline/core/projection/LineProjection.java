package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.OpportunityLine;
import io.binnacle.pipeline.core.store.DetailTables;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What deals sell. */
@Component(service = Projection.class)
public final class LineProjection extends EntityProjection<OpportunityLine> {

    @Activate
    public LineProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.LINE, OpportunityLine.class, DetailTables.LINES, OpportunityLine::externalRefs);
    }
}
