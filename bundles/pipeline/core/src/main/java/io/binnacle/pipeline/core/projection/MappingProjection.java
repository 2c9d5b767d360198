package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.MappingRow;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mappings of imports. */
@Component(service = Projection.class)
public final class MappingProjection extends EntityProjection<MappingRow> {

    @Activate
    public MappingProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.IMPORT_MAPPING, MappingRow.class, MappingRow.TABLE, entity -> List.of());
    }
}
