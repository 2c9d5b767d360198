package io.binnacle.forecasting.intermittent;

/**
 * A method that follows the mean demand a period of a series most of whose values are zero. Not for several
 * threads.
 */
interface DemandRate {

    /** What the next period is forecast to bring; NaN before there was any demand. */
    double next();

    void observe(double demand);
}
