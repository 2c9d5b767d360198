package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.CreditSplit;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.TimeTables;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has the credit for deals. */
@Component(service = Projection.class)
public final class CreditSplitProjection extends EntityProjection<CreditSplit> {

    @Activate
    public CreditSplitProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.CREDIT_SPLIT, CreditSplit.class, TimeTables.SPLITS, entity -> List.of());
    }
}
