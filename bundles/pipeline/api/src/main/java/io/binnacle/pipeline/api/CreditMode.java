package io.binnacle.pipeline.api;

/** To whom a deal counts. */
public enum CreditMode {
    /** To its owner alone. */
    OWNER,
    /**
     * To those who share its revenue credit, to the cent; a deal without a split counts to its owner. The
     * number of deals counts to the greatest share, so that nobody above counts a deal twice.
     */
    SPLIT
}
