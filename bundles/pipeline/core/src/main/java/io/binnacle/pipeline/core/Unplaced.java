package io.binnacle.pipeline.core;

import io.binnacle.pipeline.api.HierarchyKind;

/** What reports call the place of deals that belong to no node. */
public final class Unplaced {

    private Unplaced() {}

    /** The name in reports along a hierarchy. */
    public static String in(HierarchyKind kind) {
        return switch (kind) {
            case ORG -> "(no owner)";
            case TERRITORY -> "(no territory)";
            case PRODUCT -> "(no product group)";
            case INDUSTRY -> "(no industry)";
        };
    }
}
