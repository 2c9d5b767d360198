package io.binnacle.forecasting.kernels.ets;

/**
 * How fast the states follow the errors.
 *
 * @param alpha for the level, between 0 and 1
 * @param beta for the slope, between 0 and alpha; 0 without a trend
 * @param gamma for the season, between 0 and 1 - alpha; 0 without a season
 * @param phi what is left of the slope after a period; 1 undamped, 0 without a trend
 */
record Smoothing(double alpha, double beta, double gamma, double phi) {

    /** What an error does to the forecast made {@code ahead} periods after it, from 1 on. */
    double response(int ahead, double slopeSoFar, int seasonLength) {
        return alpha + beta * slopeSoFar + (ahead % seasonLength == 0 ? gamma : 0);
    }
}
