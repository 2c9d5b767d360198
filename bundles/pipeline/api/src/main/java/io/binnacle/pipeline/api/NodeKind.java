package io.binnacle.pipeline.api;

/** The levels of the hierarchies, each from its top. */
public enum NodeKind {
    REGION(HierarchyKind.ORG),
    MANAGER(HierarchyKind.ORG),
    SELLER(HierarchyKind.ORG),
    TERRITORY(HierarchyKind.TERRITORY),
    PRODUCT_GROUP(HierarchyKind.PRODUCT),
    INDUSTRY(HierarchyKind.INDUSTRY);

    private final HierarchyKind hierarchy;

    NodeKind(HierarchyKind hierarchy) {
        this.hierarchy = hierarchy;
    }

    /** The hierarchy that has this level. */
    public HierarchyKind hierarchy() {
        return hierarchy;
    }
}
