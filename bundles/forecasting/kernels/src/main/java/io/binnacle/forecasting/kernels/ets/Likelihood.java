package io.binnacle.forecasting.kernels.ets;

import io.binnacle.forecasting.kernels.NelderMead;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Minus twice the logarithm of a form's likelihood as a function of its smoothing parameters. The states at
 * the beginning are not searched for, which would take up to seventeen dimensions, but found by running over
 * the series forth and back.
 *
 * <p>Beta is searched as a share of alpha and gamma as a share of 1 - alpha, which makes the region a box.
 */
final class Likelihood implements ToDoubleFunction<double[]> {

    private static final double STEP = 0.2;
    private static final double TOLERANCE = 1e-3;
    // What rounding leaves of a perfect fit; its logarithm must stay finite.
    private static final double SMALLEST_SQUARE = 1e-20;

    private final double[] values;
    private final Form form;
    private final StartingState start;
    private final Smoother smoother;

    Likelihood(double[] values, Form form, int seasonLength) {
        this.values = values;
        this.form = form;
        this.start = StartingState.of(values, form, seasonLength);
        this.smoother = new Smoother(form.hasFactors(), start.season().length);
    }

    /** The fit with the greatest likelihood; its criterion is infinite where the form does not fit at all. */
    FormFit maximise() {
        int dimension = form.smoothingParameters();
        double[] low = new double[dimension];
        double[] high = new double[dimension];
        double[] point = new double[dimension];
        Arrays.fill(low, 1e-4);
        Arrays.fill(high, 0.9999);
        Arrays.fill(point, 0.1);
        point[0] = 0.3;
        if (form.isDamped()) {
            low[dimension - 1] = 0.8;
            high[dimension - 1] = 0.98;
            point[dimension - 1] = 0.95;
        }
        new NelderMead(this, low, high).minimise(point, STEP, TOLERANCE);
        return fit(applyAsDouble(point));
    }

    @Override
    public double applyAsDouble(double[] point) {
        int next = 1;
        double alpha = point[0];
        double beta = form.hasTrend() ? alpha * point[next++] : 0;
        double gamma = form.hasSeason() ? (1 - alpha) * point[next++] : 0;
        double phi = form.isDamped() ? point[next] : form.hasTrend() ? 1 : 0;
        smoother.set(alpha, beta, gamma, phi);
        smoother.set(start);
        smoother.forth(values);
        smoother.back(values);
        return score();
    }

    /** The criterion of given parameters from a given start. */
    double judge(Smoothing smoothing, StartingState from) {
        smoother.set(smoothing.alpha(), smoothing.beta(), smoothing.gamma(), smoothing.phi());
        smoother.set(from);
        return criterion(score());
    }

    private double score() {
        if (form.hasRelativeErrors()) {
            smoother.scoreShares(values);
            return logarithm(smoother.relativeSquares()) + 2 * smoother.logForecasts();
        }
        smoother.score(values);
        return logarithm(smoother.squares());
    }

    private double logarithm(double squares) {
        double likelihood = values.length * Math.log(squares + SMALLEST_SQUARE * values.length);
        return Double.isNaN(likelihood) ? Double.POSITIVE_INFINITY : likelihood;
    }

    private FormFit fit(double likelihood) {
        double squares = form.hasRelativeErrors() ? smoother.relativeSquares() : smoother.squares();
        return new FormFit(
                form,
                smoother.smoothing(),
                criterion(likelihood),
                Math.sqrt(squares / Math.max(1, values.length - form.smoothingParameters())),
                smoother.level,
                smoother.slope,
                smoother.season,
                values.length % smoother.season.length);
    }

    private double criterion(double likelihood) {
        int freedom = form.degreesOfFreedom(smoother.season.length);
        return likelihood + 2.0 * freedom * values.length / (values.length - freedom - 1);
    }
}
