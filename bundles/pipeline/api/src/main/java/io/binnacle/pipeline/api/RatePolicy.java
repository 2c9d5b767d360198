package io.binnacle.pipeline.api;

/** By which rate amounts are converted. */
public enum RatePolicy {
    /** The last plan rate dated in the fiscal year of the report: constant currency. */
    PLAN,
    /** The last spot rate up to the day of the report. */
    SPOT,
    /** The last spot rate up to the day on which the deal closes; a deal without that day takes the report's. */
    TRANSACTION_DATE
}
