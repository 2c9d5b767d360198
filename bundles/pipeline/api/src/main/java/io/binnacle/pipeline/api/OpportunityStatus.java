package io.binnacle.pipeline.api;

/** Where an opportunity stands. Only {@link #OPEN} ones are in the pipeline. */
public enum OpportunityStatus {
    OPEN,
    ON_HOLD,
    WON,
    LOST,
    CANCELLED;

    /** Whether it has come to an end. */
    public boolean isClosed() {
        return this == WON || this == LOST || this == CANCELLED;
    }
}
