package io.binnacle.forecasting.theta;

import io.binnacle.forecasting.kernels.LineSearch;

/**
 * What is estimated from a series without a season.
 *
 * @param alpha how fast the level follows the observations
 * @param weight of the trend in a forecast, 1 - 1/θ
 * @param start the level before the first observation
 */
record ThetaParameters(double alpha, double weight, double start) {

    // Fiorucci et al. search the same range; less makes the level forget so slowly that the start decides.
    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 0.99;

    static ThetaParameters fit(double[] values, FitRules rules) {
        return fit(values, rules, SLOWEST, FASTEST);
    }

    static ThetaParameters fit(double[] values, FitRules rules, double slowest, double fastest) {
        FitError error = new FitError(values, rules);
        double alpha = LineSearch.minimum(error, slowest, fastest);
        error.applyAsDouble(alpha);
        return new ThetaParameters(alpha, error.weight(), error.start());
    }

    double theta() {
        return 1 / (1 - weight);
    }
}
