package io.binnacle.pipeline.api.qualification;

/** What MEDDPICC asks about a deal, in the order of its letters. */
public enum Element {
    METRICS,
    ECONOMIC_BUYER,
    DECISION_CRITERIA,
    DECISION_PROCESS,
    PAPER_PROCESS,
    IDENTIFIED_PAIN,
    CHAMPION,
    COMPETITION
}
