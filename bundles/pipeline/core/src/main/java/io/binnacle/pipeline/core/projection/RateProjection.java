package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.RateRow;
import io.binnacle.pipeline.core.store.TimeTables;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Rates between currencies. */
@Component(service = Projection.class)
public final class RateProjection extends EntityProjection<RateRow> {

    @Activate
    public RateProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.RATE, RateRow.class, TimeTables.RATES, entity -> List.of());
    }
}
