package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.Touch;
import io.binnacle.pipeline.core.store.DetailTables;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was and is to be done about deals. */
@Component(service = Projection.class)
public final class TouchProjection extends EntityProjection<Touch> {

    @Activate
    public TouchProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.TOUCH, Touch.class, DetailTables.TOUCHES, Touch::externalRefs);
    }
}
