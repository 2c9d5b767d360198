package io.binnacle.forecasting.core.evaluation;

/** Into which parts scores are told, beside all together. */
public enum Cut {
    /** Each series by itself. */
    SERIES,
    /** By the segment that the file tells in a column of that name. */
    SEGMENT,
    /** By the length of the season. */
    SEASON,
    /** By how many periods ahead. */
    STEP
}
