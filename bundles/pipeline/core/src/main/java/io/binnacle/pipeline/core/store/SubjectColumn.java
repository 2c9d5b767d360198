package io.binnacle.pipeline.core.store;

import io.binnacle.pipeline.api.HierarchyKind;

/** Which column of a deal says where it belongs. */
final class SubjectColumn {

    private SubjectColumn() {}

    static String of(HierarchyKind kind) {
        return switch (kind) {
            case ORG -> "owner_id";
            case TERRITORY, INDUSTRY -> "account_id";
            case PRODUCT -> "product_id";
        };
    }
}
