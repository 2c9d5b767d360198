package io.binnacle.pipeline.api;

/** The levels of the sales hierarchy, from the top. */
public enum NodeKind {
    REGION,
    MANAGER,
    SELLER
}
