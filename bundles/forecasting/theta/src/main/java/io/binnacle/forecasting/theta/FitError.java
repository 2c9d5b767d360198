package io.binnacle.forecasting.theta;

import java.util.function.DoubleUnaryOperator;

/**
 * The sum of squared one-step errors of the dynamic theta model as a function of the smoothing parameter
 * alone.
 *
 * <p>Given alpha, an error is linear in the two other parameters: the initial level enters by a falling power
 * of 1 - alpha, and θ only through the weight 1 - 1/θ of the trend, which does not depend on it. So the best
 * two follow from a least-squares problem of order two, exactly, and what is left to search has one
 * dimension. Not for several threads: the parameters of the last evaluation are kept.
 */
final class FitError implements DoubleUnaryOperator {

    private static final double NEGLIGIBLE = 1e-10;

    private final double[] values;
    private final FitRules rules;
    private final double[] intercepts;
    private final double[] slopes;
    private double start;
    private double weight;

    FitError(double[] values, FitRules rules) {
        this.values = values;
        this.rules = rules;
        this.intercepts = new double[values.length];
        this.slopes = new double[values.length];
        ExpandingTrend trend = new ExpandingTrend();
        for (int t = 1; t < values.length; t++) {
            trend.add(values[t - 1]);
            intercepts[t] = trend.intercept();
            slopes[t] = trend.slope();
        }
    }

    double start() {
        return start;
    }

    double weight() {
        return weight;
    }

    @Override
    public double applyAsDouble(double alpha) {
        double remainder = 1 - alpha;
        double level = 0;
        double power = 1;
        double errorError = 0;
        double powerPower = 0;
        double trendTrend = 0;
        double errorPower = 0;
        double errorTrend = 0;
        double powerTrend = 0;
        for (int t = 0; t < values.length; t++) {
            if (t >= rules.firstScored()) {
                double error = values[t] - level;
                double trend = intercepts[t] * power + slopes[t] * (1 - power * remainder) / alpha;
                errorError += error * error;
                powerPower += power * power;
                trendTrend += trend * trend;
                errorPower += error * power;
                errorTrend += error * trend;
                powerTrend += power * trend;
            }
            level = alpha * values[t] + remainder * level;
            power *= remainder;
        }
        solve(powerPower, trendTrend, errorPower, errorTrend, powerTrend);
        double squares = errorError
                + start * start * powerPower
                + weight * weight * trendTrend
                + 2 * (start * weight * powerTrend - start * errorPower - weight * errorTrend);
        return Math.max(0, squares);
    }

    // The error is quadratic in the weight once the start is concentrated out, so clamping keeps the optimum.
    private void solve(double powerPower, double trendTrend, double errorPower, double errorTrend, double powerTrend) {
        if (rules.freeStart() && powerPower > NEGLIGIBLE) {
            double determinant = powerPower * trendTrend - powerTrend * powerTrend;
            double numerator = powerPower * errorTrend - powerTrend * errorPower;
            weight = determinant > NEGLIGIBLE * powerPower * trendTrend ? clamp(numerator / determinant) : 0;
            start = (errorPower - weight * powerTrend) / powerPower;
        } else {
            start = values[0];
            weight = trendTrend > 0 ? clamp((errorTrend - start * powerTrend) / trendTrend) : 0;
        }
    }

    private double clamp(double unbounded) {
        return Math.max(0, Math.min(rules.heaviestTrend(), unbounded));
    }
}
