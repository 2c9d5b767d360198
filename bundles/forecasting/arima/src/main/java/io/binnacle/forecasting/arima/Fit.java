package io.binnacle.forecasting.arima;

/**
 * A process fitted to a differenced series.
 *
 * @param filter as it stands after the last observation
 * @param length of the differenced series
 */
record Fit(Orders orders, Arma arma, KalmanFilter filter, int length) {

    // Nearer to the unit circle than this, a root stands for one more or one less difference.
    private static final double NEAREST_ROOT = 1.01;

    /** Akaike's criterion with the correction for short series; infinite where the fit is not to be used. */
    double aicc() {
        int parameters = orders.coefficients() + 1;
        int free = length - parameters - 1;
        boolean sound = Polynomial.isStable(arma.ar(), NEAREST_ROOT) && Polynomial.isStable(arma.ma(), NEAREST_ROOT);
        return free > 0 && sound
                ? -2 * filter.logLikelihood() + 2 * parameters + 2.0 * parameters * (parameters + 1) / free
                : Double.POSITIVE_INFINITY;
    }

    /** The variance of the errors, with the degrees of freedom that the coefficients leave. */
    double variance() {
        return filter.squares() / Math.max(1, length - orders.coefficients());
    }
}
