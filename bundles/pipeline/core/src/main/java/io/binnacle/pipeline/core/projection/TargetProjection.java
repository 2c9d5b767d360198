package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.Target;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Targets, which no other system names. */
@Component(service = Projection.class)
public final class TargetProjection extends EntityProjection<Target> {

    @Activate
    public TargetProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.TARGET, Target.class, Tables.TARGETS, target -> List.of());
    }
}
