package io.binnacle.pipeline.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The sales hierarchy: sellers under managers under regions. Any thread may call. */
@ProviderType
public interface Hierarchy {

    /** One node. */
    Optional<HierarchyNode> find(UUID id);

    /** All nodes, regions first, then by name. */
    List<HierarchyNode> all();
}
