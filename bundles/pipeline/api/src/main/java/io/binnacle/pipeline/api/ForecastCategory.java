package io.binnacle.pipeline.api;

/** How sure the seller is; the columns of a forecast call. */
public enum ForecastCategory {
    OMITTED,
    PIPELINE,
    BEST_CASE,
    MOST_LIKELY,
    COMMIT,
    CLOSED;

    /** Whether an opportunity of this category must say when it closes. */
    public boolean needsCloseDate() {
        return compareTo(BEST_CASE) >= 0;
    }
}
