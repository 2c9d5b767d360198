package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.Hierarchy;
import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.HierarchyNode;
import io.binnacle.pipeline.core.store.Tables;
import io.binnacle.platform.api.storage.Database;
import io.binnacle.platform.api.storage.SchemaReady;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sales hierarchy of the table. */
@Component
public final class StoredHierarchy implements Hierarchy {

    private final Database database;

    @Activate
    public StoredHierarchy(@Reference Database database, @Reference(target = "(schema=pipeline)") SchemaReady schema) {
        this(database);
    }

    public StoredHierarchy(Database database) {
        this.database = database;
    }

    @Override
    public Optional<HierarchyNode> find(UUID id) {
        return database.read(handle -> Tables.NODES.find(handle, id)).filter(StoredHierarchy::isSales);
    }

    @Override
    public List<HierarchyNode> all() {
        return database.read(handle -> Tables.NODES.all(handle, "t.name, t.id")).stream()
                .filter(StoredHierarchy::isSales)
                .sorted(Comparator.comparing(HierarchyNode::kind))
                .toList();
    }

    private static boolean isSales(HierarchyNode node) {
        return node.kind().hierarchy() == HierarchyKind.ORG;
    }
}
