package io.binnacle.forecasting.core.evaluation;

/** Into which parts scores are told, beside all together. */
public enum Cut {
    /** By the length of the season. */
    SEASON,
    /** By how many periods ahead. */
    STEP
}
