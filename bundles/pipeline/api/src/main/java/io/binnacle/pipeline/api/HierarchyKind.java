package io.binnacle.pipeline.api;

/** The hierarchies along which deals are summed. Each is a tree, or several, at every instant. */
public enum HierarchyKind {
    /** Who sells; a deal belongs to the node that owns it. */
    ORG,
    /** Where; a deal belongs where its account is placed. */
    TERRITORY,
    /** What; a deal belongs where its product is placed. */
    PRODUCT,
    /** To whom; a deal belongs where its account is placed. */
    INDUSTRY
}
