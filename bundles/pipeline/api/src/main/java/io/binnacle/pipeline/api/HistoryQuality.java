package io.binnacle.pipeline.api;

/** How much of a deal's past is known; reports that need more than there is say so. */
public enum HistoryQuality {
    /** Stages, amounts, close dates and owners since the deal began. */
    FULL,
    /** Stages, amounts and close dates over time; who owned the deal before is not known, or not since it began. */
    STAGE_ONLY,
    /** How the deal stood when it was brought in; of what was before, stages, amounts or close dates are missing. */
    CURRENT_ONLY
}
