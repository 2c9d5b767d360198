package io.binnacle.forecasting.ces;

/**
 * A model fitted to a series.
 *
 * @param smoother its states after the last observation
 * @param next the time of the first period to be forecast
 * @param aicc Akaike's criterion with the correction for short series; less is better
 * @param sigma the standard deviation of the one-step errors
 */
record Fit(Smoother smoother, int next, double aicc, double sigma) {

    double[] mean(int horizon) {
        Smoother ahead = smoother.copy();
        double[] mean = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            mean[step] = ahead.next(next + step);
            ahead.absorb(0, next + step);
        }
        return mean;
    }

    /** The variance of each period's error: that of all errors until then, as far as they are still felt. */
    double[] variance(int horizon) {
        Smoother echo = smoother.blank();
        double[] variance = new double[horizon];
        double felt = 1;
        for (int step = 0; step < horizon; step++) {
            variance[step] = sigma * sigma * felt;
            echo.absorb(step == 0 ? 1 : 0, next + step);
            felt += echo.next(next + step + 1) * echo.next(next + step + 1);
        }
        return variance;
    }
}
