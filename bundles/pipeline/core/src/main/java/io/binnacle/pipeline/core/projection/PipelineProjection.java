package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.stages.Pipeline;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.StageTables;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pipelines. */
@Component(service = Projection.class)
public final class PipelineProjection extends EntityProjection<Pipeline> {

    @Activate
    public PipelineProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.PIPELINE, Pipeline.class, StageTables.PIPELINES, entity -> List.of());
    }
}
