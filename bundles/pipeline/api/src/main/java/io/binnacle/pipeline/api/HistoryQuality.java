package io.binnacle.pipeline.api;

/** How much of a deal's past is known; reports that need more than there is say so. */
public enum HistoryQuality {
    /** Every change of every field since the deal began. */
    FULL,
    /** Stages, amounts and dates over time; who owned the deal before is not known. */
    STAGE_ONLY,
    /** Only how the deal stood when it was brought in. */
    CURRENT_ONLY
}
