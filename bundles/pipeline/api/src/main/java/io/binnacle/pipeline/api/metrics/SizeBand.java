package io.binnacle.pipeline.api.metrics;

/** How large a deal is, by its amount in its own currency and the tenant's two bounds. */
public enum SizeBand {
    /** Without an amount. */
    UNVALUED,
    SMALL,
    MEDIUM,
    LARGE
}
