package io.binnacle.pipeline.core.projection;

import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.core.store.Entities;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.journal.Projection;
import io.binnacle.platform.api.storage.SchemaReady;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sales hierarchy. */
@Component(service = Projection.class)
public final class NodeProjection extends EntityProjection<HierarchyNode> {

    @Activate
    public NodeProjection(@Reference(target = "(schema=pipeline)") SchemaReady ready) {
        super(Entities.NODE, HierarchyNode.class, Tables.NODES, HierarchyNode::externalRefs);
    }
}
