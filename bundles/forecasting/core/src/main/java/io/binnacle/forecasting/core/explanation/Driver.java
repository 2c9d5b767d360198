package io.binnacle.forecasting.core.explanation;

/** Why a forecast differs from the one before, in the order in which it is reckoned. */
public enum Driver {
    /** Values that were known then stand otherwise now. */
    CORRECTED_HISTORY,
    /** Periods that were ahead then are known now. */
    NEW_ACTUALS,
    /** Another model, version, build, season length or seed. */
    MODEL
}
